#!/bin/sh
# Writes REPORT into the one comment that this action has on PULL_REQUEST. A comment that cannot be written
# fails nothing: the summary says the same.
set -eu
# shellcheck source=tools/action/lib.sh
. "${GITHUB_ACTION_PATH:?}/tools/action/lib.sh"

# Ends the step without a comment.
leave() {
    tell "$1" "$2"
    exit 0
}

for tool in curl jq; do
    command -v $tool >/dev/null || leave warning "There is no comment: the runner has no $tool."
done
case $PULL_REQUEST in
    '' | *[!0-9]*) leave warning 'There is no comment: the event has no pull request.' ;;
esac
[ -n "$token" ] || leave notice 'There is no comment: the input `token` is empty.'

# Calls the API: METHOD PATH [FILE]. The status is in `status`, the answer in a file. What changes something is
# sent once.
call() {
    method=$1
    url=${GITHUB_API_URL:-https://api.github.com}$2
    set -- "${3-}"
    if [ -n "$1" ]; then
        set -- --header 'Content-Type: application/json' --data-binary "@$1"
    else
        set -- --retry 2
    fi
    : >"$work/answer"
    # The list of processes shows arguments to everybody, so the token comes on standard input.
    status=$(printf 'Authorization: Bearer %s\n' "$token" |
        curl --silent --show-error --max-time 60 --request "$method" --url "$url" --header @- \
            --header 'Accept: application/vnd.github+json' --header 'X-GitHub-Api-Version: 2022-11-28' \
            --output "$work/answer" --write-out '%{http_code}' "$@" 2>"$work/said") || status=000
}

# Ends the step unless the last call was answered with success.
expect_success() {
    case $status in
        2??) ;;
        401 | 403 | 404)
            leave notice "There is no comment, as the token may not write one ($status); the summary has the \
comparison. The token of a fork's pull request can only read. Elsewhere the job needs the permission \
\`pull-requests: write\`."
            ;;
        *)
            if [ -s "$work/said" ]; then
                show "$work/said"
            fi
            leave warning "There is no comment: the API answered $status. The summary has the comparison."
            ;;
    esac
}

# Reads the answer with jq, which writes line ends of Windows there.
answer() {
    jq -r "$@" <"$work/answer" | tr -d '\r'
}

comments=/repos/${GITHUB_REPOSITORY:?}/issues
marker="<!-- manila: $(printf '%s' "$FILES" | cksum | tr -d ' ') -->"
{
    printf '%s\n' "$marker"
    cut_to "$REPORT" 65000 'There is more: the summary of the run has it.'
} >"$work/body"
jq -R -s '{ body: . }' <"$work/body" >"$work/request"

# Anybody can write the marker, so the author counts too. The token of a workflow may not ask who it is.
call GET /user
me=
if [ "$status" = 200 ]; then
    me=$(answer '.login // empty')
fi
found=
page=1
# A pull request has 2,500 comments at most.
while [ -z "$found" ] && [ $page -le 25 ]; do
    call GET "$comments/$PULL_REQUEST/comments?per_page=100&page=$page"
    expect_success
    found=$(answer --arg marker "$marker" --arg me "$me" '
        [.[] | select((.body // "" | startswith($marker))
            and (if $me == "" then .user.type == "Bot" else .user.login == $me end)) | .id][0] // empty')
    [ "$(answer length)" -eq 100 ] || break
    page=$((page + 1))
done

case $found in
    '')
        if [ "$WORTH_A_COMMENT" != true ]; then
            echo 'There is nothing to comment on.'
            exit 0
        fi
        call POST "$comments/$PULL_REQUEST/comments" "$work/request"
        expect_success
        echo 'The comment is written.'
        ;;
    *[!0-9]*) leave warning 'There is no comment: the API answered with something else than comments.' ;;
    *)
        call PATCH "$comments/comments/$found" "$work/request"
        expect_success
        echo 'The comment is up to date.'
        ;;
esac
