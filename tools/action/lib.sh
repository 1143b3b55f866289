# shellcheck shell=sh disable=SC2034
# What the steps of action.yml share. It is the shell of POSIX and its tools: runners have bash 3.2 with BSD's
# tools on macOS, and Git's bash on Windows. A script sets `-eu` and reads this file first.

# Lengths are of bytes, and what tools say is English.
LC_ALL=C
# Git's bash rewrites arguments that look like its own paths, such as those of an address.
MSYS_NO_PATHCONV=1
MSYS2_ARG_CONV_EXCL='*'
export LC_ALL MSYS_NO_PATHCONV MSYS2_ARG_CONV_EXCL

newline='
'

# The token is for git and for the API. No other program inherits it.
token=${TOKEN-}
unset TOKEN

# A folder of this step's own. Programs that are not Git's take its name too, since its parts are split by `/`.
work=$(printf '%s' "${RUNNER_TEMP:?}" | tr '\\' '/')
work=$(mktemp -d "$work/manila.XXXXXX")

# Writes a text as the data of a workflow command.
escaped() {
    printf '%s\n' "$1" | awk '{
        gsub(/%/, "%25")
        gsub(/\r/, "%0D")
        printf "%s%s", separator, $0
        separator = "%0A"
    }'
}

# Annotates the run: LEVEL TEXT.
tell() {
    printf '::%s::%s\n' "$1" "$(escaped "$2")"
}

# Prints a file of which a line may look like a workflow command, also as `##[command]` in its middle.
show() {
    stop=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
    printf '::stop-commands::%s\n' "$stop"
    cat "$1"
    printf '\n::%s::\n' "$stop"
}

# Prints what a program said on its standard error, and annotates the run with its first line.
complain() {
    show "$1"
    said=$(sed -n 1p "$1")
    tell error "${said#error: }"
}

# Ends the step with an error.
fail() {
    tell error "$1"
    exit 2
}

# Sets an output of the step: NAME VALUE. The value has one line.
set_output() {
    printf '%s=%s\n' "$1" "$2" >>"${GITHUB_OUTPUT:?}"
}

# Prints the lines of a file that fit into a number of bytes, and a last line that says where the rest is.
cut_to() {
    awk -v limit="$2" -v rest="$3" '
        {
            size += length($0) + 1
            if (size > limit) {
                is_cut = 1
                exit
            }
            if (/^<details>/) is_open = 1
            if (/^<\/details>/) is_open = 0
            print
        }
        END {
            if (is_cut && is_open) print "\n</details>"
            if (is_cut) print "\n" rest
        }' "$1"
}

# Adds a file to the summary of the step, which has a mebibyte at most.
summarize() {
    {
        cut_to "$1" 1000000 'There is more, which the summary has no room for: the log has it.'
        echo
    } >>"${GITHUB_STEP_SUMMARY:-/dev/null}"
}
