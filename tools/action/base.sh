# shellcheck shell=sh
# Finds the commit to compare with, and fetches it where the checkout does not have it: `base`, or empty where there
# is nothing to compare with. BASE is what the user names, BASE_COMMIT what the event does.

GIT_TERMINAL_PROMPT=0
export GIT_TERMINAL_PROMPT

# Fetches one ref or commit of origin. `--depth` would cut the history of a checkout that has all of it.
fetch() {
    if [ "$(git rev-parse --is-shallow-repository)" = true ]; then
        set -- --depth=1 origin "$1"
    else
        set -- origin "$1"
    fi
    if git fetch --quiet --no-tags --no-recurse-submodules "$@" >"$work/fetched" 2>&1; then
        return
    fi
    # A checkout with `persist-credentials: false` has no credentials of its own; two would be refused.
    [ -n "$token" ] || return 1
    GIT_CONFIG_COUNT=1 \
        GIT_CONFIG_KEY_0="http.${GITHUB_SERVER_URL:-https://github.com}/.extraheader" \
        GIT_CONFIG_VALUE_0="AUTHORIZATION: basic $(printf 'x-access-token:%s' "$token" | base64 | tr -d '\r\n')" \
        git fetch --quiet --no-tags --no-recurse-submodules "$@" >"$work/fetched" 2>&1
}

# Prints the commit that a revision names here, or nothing.
commit_of() {
    git rev-parse --verify --quiet "$1^{commit}" 2>/dev/null || true
}

is_hash() {
    case $1 in
        '' | *[!0-9a-f]*) return 1 ;;
    esac
    [ ${#1} -eq 40 ] || [ ${#1} -eq 64 ]
}

# Ends the step because a commit is out of reach.
out_of_reach() {
    if [ -s "$work/fetched" ]; then
        show "$work/fetched"
    fi
    fail "The checkout does not have $1, and it cannot be fetched. Give actions/checkout \`fetch-depth: 0\`."
}

# The branch, tag or commit that the user names.
named_base() {
    case $BASE in
        -* | *"$newline"*) fail 'The input `base` is not a branch, a tag or a commit.' ;;
    esac
    base=$(commit_of "refs/remotes/origin/$BASE")
    [ -n "$base" ] || base=$(commit_of "$BASE")
    [ -z "$base" ] || return 0
    git check-ref-format "refs/heads/$BASE" || fail 'The input `base` is not a branch, a tag or a commit.'
    fetch "$BASE" || out_of_reach "$BASE"
    base=$(commit_of FETCH_HEAD)
}

# What a pull request is to be merged into. Its merge commit, which is what a workflow checks out, has it as
# its first parent: the base branch may have moved since the event.
base_of_event() {
    base=$BASE_COMMIT
    head=$(commit_of HEAD)
    is_merge=no
    if [ "${GITHUB_EVENT_NAME-}" = pull_request ] && [ "$head" = "${GITHUB_SHA-}" ]; then
        # The parents that a shallow checkout leaves out stand in the commit all the same.
        parents=$(git cat-file commit "$head" | sed -n '/^$/q; s/^parent //p')
        case $parents in
            *"$newline"*)
                is_merge=yes
                base=${parents%%"$newline"*}
                ;;
        esac
    fi
    if [ -z "$(commit_of "$base")" ]; then
        fetch "$base" || out_of_reach "$base"
    fi
    if [ $is_merge = no ]; then
        # The head of a branch lacks what its base has got since; that is no removal.
        if fork=$(git merge-base "$base" HEAD 2>/dev/null); then
            base=$fork
        fi
    fi
}

base=
git rev-parse --git-dir >/dev/null 2>"$work/said" || {
    complain "$work/said"
    exit 2
}
if [ -n "$BASE" ]; then
    named_base
elif is_hash "$BASE_COMMIT"; then
    base_of_event
fi
