#!/bin/sh
# Runs a test of the parcel that comes behind this as a tar, in a new folder with all of that. What
# answers by TAP is told by its status here.
set -u
folder=$(mktemp -d) || exit 3
trap 'rm -rf "$folder"' EXIT
trap 'exit 3' HUP INT TERM
first=$(awk '$0 == "# The parcel:" { print NR + 1; exit }' "$0")
tail -n "+$first" "$0" | tar -xf - -C "$folder" && cd "$folder" || exit 3
status=0
said=$('@test@' "$@" 2>&1 </dev/null) || status=$?
case $said in
*1..[0-9]*)
    wrong=$(printf '%s\n' "$said" | awk '
        /^1\.\.[0-9]/ { planned = substr($1, 4) + 0; is_tap = 1 }
        /^(not )?ok/ { count++; if ($1 == "not" && !/#[ \t]*[Tt][Oo][Dd][Oo]/ && first == "") first = $0 }
        END { if (first != "") print first; else if (is_tap && count != planned) print planned " tests were planned, and " count + 0 " were run" }')
    if [ -n "$wrong" ]; then
        echo "$wrong"
        exit 2
    fi
    ;;
esac
printf '%s\n' "$said"
exit "$status"
# The parcel:
