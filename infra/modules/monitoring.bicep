metadata description = 'Where the app\'s own telemetry goes. Only Entra identities can write to it.'

import { roles } from 'roles.bicep'

param name string
param location string
param tags { *: string }
param identityId string
param principalId string

@description('GB a day after which the workspace takes no more until the next day.')
param dailyCapGb int

// The shortest there is without extra charge.
var retentionDays = 30

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-02-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: retentionDays
    features: { disableLocalAuth: true }
    workspaceCapping: { dailyQuotaGb: dailyCapGb }
  }
}

// Sampling is done at the source (host.json), where it can spare failures; sampled here, an alert could miss its only line.
resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: name
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    DisableLocalAuth: true
    WorkspaceResourceId: workspace.id
  }
}

resource publisher 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: insights
  name: guid(insights.id, identityId, roles.monitoringMetricsPublisher)
  properties: {
    description: 'The app sends its own telemetry.'
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      roles.monitoringMetricsPublisher
    )
  }
}

output workspaceId string = workspace.id
output insightsId string = insights.id

@description('An address, not a secret: DisableLocalAuth makes its instrumentation key worthless.')
output insightsConnection string = insights.properties.ConnectionString
