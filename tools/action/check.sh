#!/bin/sh
# Checks the catalogs in FILES: annotations, and the summary. Ends as `manila check` does.
set -eu
# shellcheck source=tools/action/lib.sh
. "${GITHUB_ACTION_PATH:?}/tools/action/lib.sh"
# shellcheck source=tools/action/catalogs.sh
. "${GITHUB_ACTION_PATH:?}/tools/action/catalogs.sh"

status=0
manila check --format github -- "$@" >"$work/annotations" 2>"$work/said" || status=$?
# Each of its lines is a command, in which names and texts are escaped.
cat "$work/annotations"
if [ -s "$work/said" ]; then
    complain "$work/said"
fi
manila check --format markdown -- "$@" >"$work/checked" 2>/dev/null || true
if [ -s "$work/checked" ]; then
    summarize "$work/checked"
fi
exit "$status"
