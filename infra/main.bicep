metadata description = 'A resource group with Logister in it. docs/deploy.md says how to use it.'

targetScope = 'subscription'

import { options } from 'options.bicep'

@description('Names the deployment; the resource group is called rg-<name>.')
@minLength(1)
@maxLength(64)
param environmentName string

@description('The region. It must offer Flex Consumption: az functionapp list-flexconsumption-locations.')
param location string

param choices options

@description('The first admin token: logister_cli_ and 64 hexadecimal digits.')
@secure()
@minLength(77)
@maxLength(77)
param adminToken string

var tags = { 'azd-env-name': environmentName }

resource group 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: 'rg-${environmentName}'
  location: location
  tags: tags
}

module logister 'logister.bicep' = {
  scope: group
  params: {
    suffix: uniqueString(subscription().id, environmentName, location)
    location: location
    tags: tags
    choices: choices
    adminToken: adminToken
  }
}

// azd keeps these in its environment, in capitals as is its custom.
output AZURE_RESOURCE_GROUP string = group.name
output LOGISTER_APP string = logister.outputs.appName
output LOGISTER_URL string = 'https://${logister.outputs.hostName}'
output LOGISTER_VAULT string = logister.outputs.vaultName
output LOGISTER_DATA_ACCOUNT string = logister.outputs.dataAccountName
