#!/bin/sh
# Finds the command `manila`, or installs it: VERSION is the one to use, or empty for any.
set -eu
# shellcheck source=tools/action/lib.sh
. "${GITHUB_ACTION_PATH:?}/tools/action/lib.sh"

# What this action was released with.
released=0.1.0

if [ "${GITHUB_EVENT_NAME-}" = pull_request_target ]; then
    fail 'Run this on pull_request. On pull_request_target a stranger'\''s files meet a token that may write.'
fi

case $VERSION in
    '') ;;
    *[!0-9A-Za-z.-]*) fail 'The input `version` is not a version such as 0.1.0.' ;;
    *)
        printf '%s\n' "$VERSION" | grep -Eq '^[0-9]+\.[0-9]+\.[0-9]+(-[0-9A-Za-z.-]+)?$' ||
            fail 'The input `version` is not a version such as 0.1.0.'
        ;;
esac

# The version of a program, `manila 0.1.0`.
version_of() {
    "$1" --version 2>/dev/null | tr -d '\r' | sed -n 's/^manila \([0-9A-Za-z.-]*\)$/\1/p'
}

found=
if command -v manila >/dev/null; then
    found=$(version_of manila)
fi
if [ -n "$found" ]; then
    case $VERSION in
        '' | "$found")
            echo "manila $found is in PATH"
            exit 0
            ;;
    esac
fi

wanted=${VERSION:-$released}
command -v cargo >/dev/null ||
    fail "There is neither manila $wanted in PATH nor cargo, which would install it."
root=$work/root
# A toolchain that the repository asks for is not the one to build this with.
cd "$work"
installed=no
if cargo binstall -V >/dev/null 2>&1; then
    if cargo binstall --no-confirm --locked --root "$root" --version "=$wanted" manila-cli; then
        installed=yes
    fi
fi
if [ $installed = no ]; then
    cargo install --locked --root "$root" --version "=$wanted" manila-cli ||
        fail "manila $wanted cannot be installed: the log says why."
fi
[ "$(version_of "$root/bin/manila")" = "$wanted" ] || fail "What was installed is not manila $wanted."
printf '%s\n' "$root/bin" >>"${GITHUB_PATH:?}"
echo "manila $wanted is installed"
