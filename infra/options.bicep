@export()
@description('What a deployer may choose. main.bicepparam has the defaults.')
type options = {
  @description('Memory of an instance: 512, 2048 or 4096. 512 is the cheapest and enough: a request holds its body and little else.')
  instanceMemoryMB: int

  @description('The most instances the HTTP functions may have, and the queue function again: the ceiling of what a flood can cost.')
  @minValue(1)
  @maxValue(1000)
  maximumInstanceCount: int

  @description('Requests an instance handles at once. Requests that wait together are sent together, so more is cheaper.')
  @minValue(1)
  @maxValue(1000)
  httpConcurrency: int

  @description('How many copies of the data there are, and where: Standard_LRS, _ZRS, _GRS or _GZRS.')
  dataRedundancy: string

  @description('Whether a lock keeps the data account from being deleted.')
  protectData: bool

  @description('Days a segment too large for its message is kept if nobody fetches it.')
  @minValue(8)
  claimRetentionDays: int

  @description('GB a day of the app\'s own telemetry.')
  @minValue(1)
  dailyLogCapGb: int

  @description('Who is told when something is wrong; empty for no alerts.')
  alertEmail: string

  @description('Spending a month, in the currency of the subscription, at which a mail is sent; 0 for no budget.')
  @minValue(0)
  monthlyBudget: int

  @description('The first day of the budget\'s first month, yyyy-MM-dd.')
  budgetStart: string

  @description('A host name the app already answers to, for which to get a certificate; empty for none.')
  customDomain: string

  @description('The client id of the Entra app registration people sign in with; empty for no Easy Auth.')
  signInClientId: string
}
