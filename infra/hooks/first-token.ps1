# Before azd provisions: makes the first admin token, once, and says it once. What exists already is left as it is.
$ErrorActionPreference = 'Stop'

if (-not $env:LOGISTER_ADMIN_TOKEN) {
    $bytes = [System.Security.Cryptography.RandomNumberGenerator]::GetBytes(32)
    $token = 'logister_cli_' + [System.Convert]::ToHexString($bytes).ToLowerInvariant()
    azd env set LOGISTER_ADMIN_TOKEN $token
    Write-Host "`nThe first admin token, said only now. Keep it where you keep passwords:`n`n  $token`n"
}

# A budget keeps the month it began in.
if (-not $env:LOGISTER_BUDGET_START) {
    azd env set LOGISTER_BUDGET_START ([DateTime]::UtcNow.ToString('yyyy-MM-01'))
}
