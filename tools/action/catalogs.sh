# shellcheck shell=sh
# Makes the names of the catalogs in FILES the arguments of the script that reads this file.

set --
set -f
IFS=$newline
for pattern in $FILES; do
    pattern=$(printf '%s' "$pattern" | tr -d '\r' | sed 's/^[[:blank:]]*//; s/[[:blank:]]*$//')
    [ -n "$pattern" ] || continue
    # Nothing is split here, so that a name may have spaces and line ends.
    IFS=
    set +f
    # shellcheck disable=SC2086
    for name in $pattern; do
        # A file is never an option, a revision, standard input or a published catalog.
        case $name in
            -* | git:*) name=./$name ;;
            *[./]*) ;;
            *) name=./$name ;;
        esac
        set -- "$@" "$name"
    done
    set -f
    IFS=$newline
done
set +f
unset IFS
[ $# -gt 0 ] || fail 'The input `file` names no catalog.'
