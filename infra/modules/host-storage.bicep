metadata description = 'What the Functions host keeps: host keys, timer leases and the deployed package.'

import { entraOnly } from 'account.bicep'
import { roles } from 'roles.bicep'

param name string
param location string
param tags { *: string }
param identityId string
param principalId string

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  // One region, three copies: leases and packages can be made anew.
  sku: { name: 'Standard_LRS' }
  properties: entraOnly

  resource blobs 'blobServices' = {
    name: 'default'

    resource packages 'containers' = {
      name: 'packages'
      properties: { publicAccess: 'None' }
    }
  }
}

// The host creates containers and takes leases in them; Owner is what it documents as its need.
resource blobOwner 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: account
  name: guid(account.id, identityId, roles.storageBlobDataOwner)
  properties: {
    description: 'The Functions host keeps its keys, leases and the deployed package here.'
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.storageBlobDataOwner)
  }
}

output accountName string = account.name
output packages string = '${account.properties.primaryEndpoints.blob}${account::blobs::packages.name}'
