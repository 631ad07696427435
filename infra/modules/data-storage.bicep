metadata description = 'What Logister stores: its tables, queues and containers. docs/storage.md says what is in each.'

import { entraOnly } from 'account.bicep'
import { roles } from 'roles.bicep'

param name string
param location string
param tags { *: string }
param identityId string
param principalId string

@description('How many copies there are, and where.')
param redundancy string

@description('Days a claimed segment is kept. It must outlive the time a message may lie in a poison queue.')
param claimRetentionDays int

@description('Whether a lock keeps the account from being deleted.')
param protectFromDeletion bool

var tables = ['telemetry', 'registry', 'deadlines']
var queues = ['ingest', 'ingest-poison']
var claims = 'claims'
var containers = [claims, 'segments']

// Days in which a deleted blob or container can be brought back.
var undeleteDays = 7

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: redundancy }
  properties: entraOnly

  resource tableService 'tableServices' = {
    name: 'default'

    resource table 'tables' = [for name in tables: { name: name }]
  }

  resource queueService 'queueServices' = {
    name: 'default'

    resource queue 'queues' = [for name in queues: { name: name }]
  }

  resource blobService 'blobServices' = {
    name: 'default'
    properties: {
      deleteRetentionPolicy: { enabled: true, days: undeleteDays }
      containerDeleteRetentionPolicy: { enabled: true, days: undeleteDays }
    }

    resource container 'containers' = [
      for name in containers: {
        name: name
        properties: { publicAccess: 'None' }
      }
    ]
  }

  // The commit deletes a claim. What is left was never announced by a message, or its message is poison.
  resource lifecycle 'managementPolicies' = {
    name: 'default'
    properties: {
      policy: {
        rules: [
          {
            name: 'forget-claims'
            type: 'Lifecycle'
            definition: {
              filters: { blobTypes: ['blockBlob'], prefixMatch: ['${claims}/'] }
              actions: { baseBlob: { delete: { daysAfterModificationGreaterThan: claimRetentionDays } } }
            }
          }
        ]
      }
    }
    dependsOn: [blobService]
  }
}

resource tableAccess 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: account
  name: guid(account.id, identityId, roles.storageTableDataContributor)
  properties: {
    description: 'Logister reads and writes its tables.'
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      roles.storageTableDataContributor
    )
  }
}

// Sender and Processor would not do: the queue trigger changes a message's visibility, which needs the right to write it.
resource queueAccess 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: account
  name: guid(account.id, identityId, roles.storageQueueDataContributor)
  properties: {
    description: 'Logister sends to its queues; the queue trigger takes messages, delays them and moves them to poison.'
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      roles.storageQueueDataContributor
    )
  }
}

resource blobAccess 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: account
  name: guid(account.id, identityId, roles.storageBlobDataContributor)
  properties: {
    description: 'Logister reads, writes and deletes segments and claims.'
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      roles.storageBlobDataContributor
    )
  }
}

resource lock 'Microsoft.Authorization/locks@2020-05-01' = if (protectFromDeletion) {
  scope: account
  name: 'keep-telemetry'
  properties: {
    level: 'CanNotDelete'
    notes: 'Holds everything Logister was ever sent. docs/deploy.md says how to remove it.'
  }
}

output queueServiceId string = account::queueService.id
output tableEndpoint string = account.properties.primaryEndpoints.table
output queueEndpoint string = account.properties.primaryEndpoints.queue
output blobEndpoint string = account.properties.primaryEndpoints.blob
