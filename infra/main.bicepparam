using 'main.bicep'

// The environment: azd fills it from .azure/<name>/.env, and everybody else sets it before az. Every default is here.

param environmentName = readEnvironmentVariable('AZURE_ENV_NAME')

param location = readEnvironmentVariable('AZURE_LOCATION')

param adminToken = readEnvironmentVariable('LOGISTER_ADMIN_TOKEN')

param choices = {
  instanceMemoryMB: int(readEnvironmentVariable('LOGISTER_INSTANCE_MEMORY_MB', '512'))
  maximumInstanceCount: int(readEnvironmentVariable('LOGISTER_MAXIMUM_INSTANCES', '10'))
  httpConcurrency: int(readEnvironmentVariable('LOGISTER_HTTP_CONCURRENCY', '64'))
  dataRedundancy: readEnvironmentVariable('LOGISTER_DATA_REDUNDANCY', 'Standard_LRS')
  protectData: bool(readEnvironmentVariable('LOGISTER_PROTECT_DATA', 'false'))
  claimRetentionDays: int(readEnvironmentVariable('LOGISTER_CLAIM_RETENTION_DAYS', '30'))
  dailyLogCapGb: int(readEnvironmentVariable('LOGISTER_DAILY_LOG_CAP_GB', '1'))
  alertEmail: readEnvironmentVariable('LOGISTER_ALERT_EMAIL', '')
  monthlyBudget: int(readEnvironmentVariable('LOGISTER_MONTHLY_BUDGET', '0'))
  budgetStart: readEnvironmentVariable('LOGISTER_BUDGET_START', '')
  customDomain: readEnvironmentVariable('LOGISTER_CUSTOM_DOMAIN', '')
  signInClientId: readEnvironmentVariable('LOGISTER_SIGN_IN_CLIENT_ID', '')
}
