metadata description = 'A certificate for a host name the app already has, and its use. docs/deploy.md says how the name gets there.'

param appName string
param location string
param hostName string

resource app 'Microsoft.Web/sites@2025-03-01' existing = {
  name: appName

  resource certificate 'certificates' = {
    name: replace(hostName, '.', '-')
    location: location
    properties: { canonicalName: hostName }
  }

  resource binding 'hostNameBindings' = {
    name: hostName
    properties: {
      hostNameType: 'Verified'
      customHostNameDnsRecordType: 'CName'
      sslState: 'SniEnabled'
      thumbprint: certificate.properties.thumbprint
    }
  }
}
