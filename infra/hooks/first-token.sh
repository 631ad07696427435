#!/bin/sh
# Before azd provisions: makes the first admin token, once, and says it once. What exists already is left as it is.
set -eu

if [ -z "${LOGISTER_ADMIN_TOKEN:-}" ]; then
  digits=$(od -An -N32 -tx1 /dev/urandom | tr -d ' \n')
  azd env set LOGISTER_ADMIN_TOKEN "logister_cli_$digits"
  printf '\nThe first admin token, said only now. Keep it where you keep passwords:\n\n  %s\n\n' "logister_cli_$digits"
fi

# A budget keeps the month it began in.
if [ -z "${LOGISTER_BUDGET_START:-}" ]; then
  azd env set LOGISTER_BUDGET_START "$(date -u +%Y-%m-01)"
fi
