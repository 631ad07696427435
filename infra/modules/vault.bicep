metadata description = 'The vault that holds the first admin token.'

import { roles } from 'roles.bicep'

param name string
param location string
param tags { *: string }
param identityId string
param principalId string

@secure()
param adminToken string

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    sku: { family: 'A', name: 'standard' }
    tenantId: subscription().tenantId
    enableRbacAuthorization: true
    enableSoftDelete: true
    // The shortest there is: the vault holds nothing that cannot be made anew.
    softDeleteRetentionInDays: 7
  }

  resource token 'secrets' = {
    name: 'admin-token'
    properties: {
      contentType: 'text/plain'
      value: adminToken
    }
  }
}

resource reader 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault
  name: guid(vault.id, identityId, roles.keyVaultSecretsUser)
  properties: {
    description: 'The app reads the first admin token.'
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.keyVaultSecretsUser)
  }
}

@description('The address of this version, so that a new token changes the setting and the app takes it at once.')
output adminTokenUri string = vault::token.properties.secretUriWithVersion
