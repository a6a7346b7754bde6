#!/bin/sh
# Runs the program of this name; what follows the name goes to the program.
set -eu

name=${1-}
case "$name" in
  intake | staffing | analytics | improvement) program=services/$name/dist/main.js ;;
  worker) program=workflows/worker/dist/main.js ;;
  migrate) program=deploy/launch/dist/migrate.js ;;
  administrator) program=services/staffing/dist/administrator.js ;;
  repair) program=services/intake/dist/repair.js ;;
  rebuild) program=services/analytics/dist/rebuild.js ;;
  *)
    echo "There is no program \"$name\": intake, staffing, analytics, improvement, worker, migrate, administrator, repair, rebuild." >&2
    exit 64
    ;;
esac
shift
exec node "$program" "$@"
