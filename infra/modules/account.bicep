@export()
@description('Properties of a storage account that only Entra identities can open.')
var entraOnly = {
  accessTier: 'Hot'
  allowBlobPublicAccess: false
  allowCrossTenantReplication: false
  allowSharedKeyAccess: false
  defaultToOAuthAuthentication: true
  minimumTlsVersion: 'TLS1_2'
  // The app has no virtual network; to reach the account is worth nothing without a role on it.
  publicNetworkAccess: 'Enabled'
  supportsHttpsTrafficOnly: true
}
