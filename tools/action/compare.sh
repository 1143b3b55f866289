#!/bin/sh
# Compares the catalogs in FILES with the base: annotations, the summary, and a report for the comment. Fails where a
# change breaks clients, unless WAIVED is `true`. LABEL is the label that waives.
set -eu
# shellcheck source=tools/action/lib.sh
. "${GITHUB_ACTION_PATH:?}/tools/action/lib.sh"
# shellcheck source=tools/action/base.sh
. "${GITHUB_ACTION_PATH:?}/tools/action/base.sh"
if [ -z "$base" ]; then
    echo 'There is nothing to compare with: this is no pull request, and the input `base` is empty.'
    exit 0
fi
# shellcheck source=tools/action/catalogs.sh
. "${GITHUB_ACTION_PATH:?}/tools/action/catalogs.sh"

report=$work/report.md
sections=$work/sections
: >"$sections"
is_told=false     # whether there is something to tell
is_breaking=false # whether a change breaks clients
is_failed=false   # whether a comparison was not possible

# How a break is told: what is accepted is no error.
level=error
if [ "$WAIVED" = true ]; then
    level=warning
fi

for name in "$@"; do
    old=git:$base:$name
    status=0
    manila diff --format github -- "$old" "$name" >"$work/annotations" 2>"$work/said" || status=$?
    if [ "$status" -gt 1 ]; then
        complain "$work/said"
        is_failed=true
        continue
    fi
    sed "s/^::error /::$level /" "$work/annotations"
    manila diff --format markdown --allow-breaking -- "$old" "$name" >"$work/section"
    state=$(manila diff --format text --allow-breaking -- "$old" "$name" | sed -n 1p)
    if [ -n "$state" ]; then
        is_told=true
        cat "$work/section" >>"$sections"
        echo >>"$sections"
    fi
    if [ "$status" -eq 1 ]; then
        is_breaking=true
    fi
done

# A pattern does not name what was deleted or moved away.
set -f
IFS=$newline
for pattern in $FILES; do
    pattern=$(printf '%s' "$pattern" | tr -d '\r' | sed 's/^[[:blank:]]*//; s/[[:blank:]]*$//')
    case $pattern in
        *[*?[]*) ;;
        *) continue ;;
    esac
    git diff --name-only --no-renames --no-ext-diff --diff-filter=D "$base" -- ":(glob)$pattern" \
        >"$work/removed" || continue
    [ -s "$work/removed" ] || continue
    is_told=true
    is_breaking=true
    show "$work/removed"
    tell $level 'Catalogs were removed: their clients never get these codes, and get ones that they do not know instead.'
    printf '## Error codes\n\n**%d of the catalogs were removed.** The log names them.\n\n' \
        "$(wc -l <"$work/removed")" >>"$sections"
done
set +f
unset IFS

{
    if [ $is_failed = true ]; then
        printf '## Error codes\n\nA catalog cannot be compared: the log says why.\n\n'
    elif [ $is_told = false ]; then
        printf '## Error codes\n\nNothing changed.\n'
    fi
    cat "$sections"
    if [ $is_breaking = true ] && [ "$WAIVED" = true ]; then
        printf 'A label of this pull request accepts what breaks.\n'
    elif [ $is_breaking = true ]; then
        # A label that Markdown could take for more than text stands in the workflow alone.
        case $LABEL in
            '') ;;
            *[!0-9A-Za-z:_./\ -]*) printf 'The label that the workflow names accepts what breaks.\n' ;;
            *) printf 'The label `%s` accepts what breaks.\n' "$LABEL" ;;
        esac
    fi
} >"$report"
summarize "$report"

set_output breaking $is_breaking
set_output waived "$WAIVED"
set_output report "$report"
set_output worth-a-comment $is_told

if [ $is_breaking = false ] && [ $is_failed = false ]; then
    exit 0
fi
if [ "$WAIVED" = true ]; then
    tell notice 'A label of the pull request accepts what breaks clients.'
    exit 0
fi
exit 1
