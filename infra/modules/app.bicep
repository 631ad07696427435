metadata description = 'The Flex Consumption plan and the function app.'

param name string
param location string
param tags { *: string }
param identityId string
param identityClientId string

@description('The account of the Functions host, and the address of the container of deployed packages in it.')
param hostAccountName string
param packages string

@description('Where Logister stores, one address a storage service.')
param tableEndpoint string
param queueEndpoint string
param blobEndpoint string

param insightsConnection string
param adminTokenUri string
param instanceMemoryMB int
param maximumInstanceCount int
param httpConcurrency int

@description('The client id of the Entra app registration people sign in with; empty turns Easy Auth off.')
param signInClientId string

// A federated credential of the registration trusts the app's identity, so that there is no client secret. The platform
// knows the setting by this name.
var signInAssertion = 'OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID'

var settings = {
  AzureWebJobsDisableHomepage: 'true'
  AzureWebJobsStorage__accountName: hostAccountName
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identityClientId
  LogisterStorage__tableServiceUri: tableEndpoint
  LogisterStorage__queueServiceUri: queueEndpoint
  LogisterStorage__blobServiceUri: blobEndpoint
  LogisterStorage__credential: 'managedidentity'
  LogisterStorage__clientId: identityClientId
  Logister__AdminToken: '@Microsoft.KeyVault(SecretUri=${adminTokenUri})'
  APPLICATIONINSIGHTS_CONNECTION_STRING: insightsConnection
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'Authorization=AAD;ClientId=${identityClientId}'
}
var signInSettings = empty(signInClientId) ? {} : { '${signInAssertion}': identityClientId }

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: name
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { name: 'FC1', tier: 'FlexConsumption' }
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2025-03-01' = {
  name: name
  location: location
  // azd finds the app it deploys to by this tag.
  tags: union(tags, { 'azd-service-name': 'logister' })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    keyVaultReferenceIdentity: identityId
    // Only an app created with it can have a certificate for a custom domain, and the type library does not know it yet.
    #disable-next-line BCP037
    siteScopedCertificatesEnabled: true
    siteConfig: {
      ftpsState: 'Disabled'
      http20Enabled: true
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
    }
    functionAppConfig: {
      runtime: { name: 'dotnet-isolated', version: '10.0' }
      deployment: {
        storage: {
          type: 'blobContainer'
          value: packages
          authentication: { type: 'UserAssignedIdentity', userAssignedIdentityResourceId: identityId }
        }
      }
      scaleAndConcurrency: {
        instanceMemoryMB: instanceMemoryMB
        maximumInstanceCount: maximumInstanceCount
        triggers: { http: { perInstanceConcurrency: httpConcurrency } }
      }
    }
  }

  resource appSettings 'config' = {
    name: 'appsettings'
    properties: union(settings, signInSettings)
  }

  resource noFtpPasswords 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }

  resource noScmPasswords 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }

  resource signIn 'config' = if (!empty(signInClientId)) {
    name: 'authsettingsV2'
    properties: {
      platform: { enabled: true }
      globalValidation: {
        requireAuthentication: true
        unauthenticatedClientAction: 'RedirectToLoginPage'
        redirectToProvider: 'azureactivedirectory'
        // Senders and readers of the API bring tokens of Logister's own.
        excludedPaths: ['/api/', '/up', '/health']
      }
      identityProviders: {
        azureActiveDirectory: {
          enabled: true
          registration: {
            clientId: signInClientId
            clientSecretSettingName: signInAssertion
            openIdIssuer: '${environment().authentication.loginEndpoint}${subscription().tenantId}/v2.0'
          }
        }
      }
      login: { tokenStore: { enabled: false } }
      httpSettings: { requireHttps: true }
    }
    dependsOn: [appSettings]
  }
}

output hostName string = app.properties.defaultHostName
