metadata description = 'Logister in one resource group.'

import { options } from 'options.bicep'

@description('Makes the names unique in Azure.')
param suffix string

param location string
param tags { *: string }
param choices options

@secure()
param adminToken string

var name = 'logister-${suffix}'
var dataAccountName = 'lgdata${suffix}'

// Seconds a message may wait, and messages that may lie about, before somebody is told.
var queueAgeSeconds = 300
var backlogMessages = 1000

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: name
  location: location
  tags: tags
}

module hostStorage 'modules/host-storage.bicep' = {
  params: {
    name: 'lghost${suffix}'
    location: location
    tags: tags
    identityId: identity.id
    principalId: identity.properties.principalId
  }
}

module dataStorage 'modules/data-storage.bicep' = {
  params: {
    name: dataAccountName
    location: location
    tags: tags
    identityId: identity.id
    principalId: identity.properties.principalId
    redundancy: choices.dataRedundancy
    claimRetentionDays: choices.claimRetentionDays
    protectFromDeletion: choices.protectData
  }
}

module monitoring 'modules/monitoring.bicep' = {
  params: {
    name: name
    location: location
    tags: tags
    identityId: identity.id
    principalId: identity.properties.principalId
    dailyCapGb: choices.dailyLogCapGb
  }
}

module vault 'modules/vault.bicep' = {
  params: {
    name: name
    location: location
    tags: tags
    identityId: identity.id
    principalId: identity.properties.principalId
    adminToken: adminToken
  }
}

// It takes what the other modules put out, so it comes after their role assignments.
module app 'modules/app.bicep' = {
  params: {
    name: name
    location: location
    tags: tags
    identityId: identity.id
    identityClientId: identity.properties.clientId
    hostAccountName: hostStorage.outputs.accountName
    packages: hostStorage.outputs.packages
    tableEndpoint: dataStorage.outputs.tableEndpoint
    queueEndpoint: dataStorage.outputs.queueEndpoint
    blobEndpoint: dataStorage.outputs.blobEndpoint
    insightsConnection: monitoring.outputs.insightsConnection
    adminTokenUri: vault.outputs.adminTokenUri
    instanceMemoryMB: choices.instanceMemoryMB
    maximumInstanceCount: choices.maximumInstanceCount
    httpConcurrency: choices.httpConcurrency
    signInClientId: choices.signInClientId
  }
}

module customDomain 'modules/custom-domain.bicep' = if (!empty(choices.customDomain)) {
  params: {
    appName: name
    location: location
    hostName: choices.customDomain
  }
  dependsOn: [app]
}

module alerts 'modules/alerts.bicep' = if (!empty(choices.alertEmail)) {
  params: {
    location: location
    tags: tags
    email: choices.alertEmail
    insightsId: monitoring.outputs.insightsId
    workspaceId: monitoring.outputs.workspaceId
    queueServiceId: dataStorage.outputs.queueServiceId
    queueAgeSeconds: queueAgeSeconds
    backlogMessages: backlogMessages
    monthlyBudget: choices.monthlyBudget
    budgetStart: choices.budgetStart
  }
}

output appName string = name
output hostName string = empty(choices.customDomain) ? app.outputs.hostName : choices.customDomain
output vaultName string = name
output dataAccountName string = dataAccountName
