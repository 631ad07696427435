metadata description = 'Who is told, and of what. docs/deploy.md says what each alert means and what the rules cost.'

param location string
param tags { *: string }
param email string
param insightsId string
param workspaceId string

@description('The queue service of the data account.')
param queueServiceId string

@description('Seconds a message may wait before its storing begins.')
param queueAgeSeconds int

@description('Messages that may lie in the queues, poison included, when the account counts them, which it does about once an hour.')
param backlogMessages int

@description('Spending a month, in the currency of the subscription, at which a mail is sent; 0 for no budget.')
param monthlyBudget int

@description('The first day of a month, yyyy-MM-dd. Must stay what it was when the budget was made.')
param budgetStart string

var everyQuarter = 'PT15M'
// Longer than it asks for: what was accepted at the end of the window is not counted, it has yet to be stored.
var stallWindow = 'PT30M'

var logAlerts = [
  {
    name: 'server-errors'
    description: 'Requests answered with 5xx, or runs of the queue and timer functions that failed.'
    severity: 2
    scope: insightsId
    window: everyQuarter
    threshold: 5
    query: 'requests | where success == false | where toint(resultCode) >= 500 or resultCode == "0" | summarize Value = sum(itemCount)'
  }
  {
    name: 'poison'
    description: 'A message failed so often that it was put aside. What it carries is not stored until it is replayed.'
    severity: 1
    scope: insightsId
    window: everyQuarter
    threshold: 0
    query: 'traces | where message has "Moving message to queue" and message has "-poison" | summarize Value = sum(itemCount)'
  }
  {
    name: 'queue-age'
    description: 'Events are stored late: a message waited too long in its queue.'
    severity: 2
    scope: insightsId
    window: everyQuarter
    threshold: queueAgeSeconds
    query: 'traces | where message startswith "Trigger Details:" | parse message with * "InsertionTime: " inserted | summarize Value = max(datetime_diff("second", timestamp, todatetime(inserted))) | where isnotnull(Value)'
  }
  {
    name: 'stalled'
    description: 'Events are accepted and none is stored: the queue function does not run.'
    severity: 1
    scope: insightsId
    window: stallWindow
    threshold: 0
    query: 'requests | summarize Value = sumif(itemCount, resultCode == "201" and url !has "/manage/" and timestamp < ago(10m)), Stored = countif(name == "StoreSegments") | where Stored == 0 | project Value'
  }
  {
    name: 'log-cap'
    description: 'The workspace reached its daily cap: until tomorrow the other alerts see nothing.'
    severity: 2
    scope: workspaceId
    window: everyQuarter
    threshold: 0
    query: '_LogOperation | where Category =~ "Ingestion" and Detail has "OverQuota" | summarize Value = count()'
  }
]

resource mail 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'logister'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'logister'
    enabled: true
    emailReceivers: [{ name: 'operator', emailAddress: email, useCommonAlertSchema: true }]
  }
}

resource logAlert 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for alert in logAlerts: {
    name: 'logister-${alert.name}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: 'Logister: ${alert.name}'
      description: alert.description
      severity: alert.severity
      enabled: true
      autoMitigate: true
      scopes: [alert.scope]
      evaluationFrequency: everyQuarter
      windowSize: alert.window
      criteria: {
        allOf: [
          {
            query: alert.query
            metricMeasureColumn: 'Value'
            timeAggregation: 'Maximum'
            operator: 'GreaterThan'
            threshold: alert.threshold
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
          }
        ]
      }
      actions: { actionGroups: [mail.id] }
    }
  }
]

resource backlog 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'logister-backlog'
  location: 'global'
  tags: tags
  properties: {
    description: 'Messages pile up in the queues, or lie in a poison queue.'
    severity: 2
    enabled: true
    autoMitigate: true
    scopes: [queueServiceId]
    evaluationFrequency: 'PT1H'
    windowSize: 'PT1H'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'messages'
          metricNamespace: 'Microsoft.Storage/storageAccounts/queueServices'
          metricName: 'QueueMessageCount'
          timeAggregation: 'Average'
          operator: 'GreaterThan'
          threshold: backlogMessages
        }
      ]
    }
    actions: [{ actionGroupId: mail.id }]
  }
}

resource budget 'Microsoft.Consumption/budgets@2024-08-01' = if (monthlyBudget > 0) {
  name: 'logister'
  properties: {
    category: 'Cost'
    amount: monthlyBudget
    timeGrain: 'Monthly'
    timePeriod: { startDate: budgetStart }
    notifications: {
      half: { enabled: true, operator: 'GreaterThan', threshold: 50, thresholdType: 'Actual', contactEmails: [email] }
      all: { enabled: true, operator: 'GreaterThan', threshold: 100, thresholdType: 'Actual', contactEmails: [email] }
      forecast: {
        enabled: true
        operator: 'GreaterThan'
        threshold: 100
        thresholdType: 'Forecasted'
        contactEmails: [email]
      }
    }
  }
}
