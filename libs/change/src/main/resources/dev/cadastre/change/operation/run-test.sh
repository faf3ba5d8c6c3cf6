# A test: a program that says by its status, or by TAP, whether all is well. It changes nothing.
# The program is on the host, or comes by the standard input.
# shellcheck shell=sh disable=SC1007,SC2154

#: look
[ "$sent" = no ] || lack "$shown"
trial "$shown will be run"

#: act
if [ "$sent" = yes ]; then
    take_program "$size" "$shown"
    interpreter_of "$scratch/test"
    set -f
    # shellcheck disable=SC2086
    set -- $interpreter "$scratch/test"
    set +f
    [ -z "$arguments" ] || eval "set -- \"\$@\" $arguments"
else
    set -- sh -c "$command"
fi
status=0
said=$("$@" 2>&1 3>&- </dev/null) || status=$?
print_text "$said$newline"
case $status in
126) fail not-runnable "$shown cannot be run; it may lie on a file system that forbids it (noexec), or be for another machine" ;;
127) fail not-found "$shown cannot be found, or its interpreter cannot" ;;
esac
line=$(print_text "$said$newline" | sed 1q)
# worded WORD: sets line to begin with it, as most plug-ins let theirs begin by themselves.
worded() {
    case $line in
    "$1" | "$1"[!A-Za-z0-9]*) ;;
    *) line="$1: $line" ;;
    esac
}
case $form:$status in
nagios:0) fine "${line:-$shown is passed}" ;;
nagios:1)
    worded WARNING
    [ "$warnings" = yes ] || fail warning "$line"
    fine "$line"
    ;;
nagios:2)
    worded CRITICAL
    fail critical "$line"
    ;;
nagios:3)
    worded UNKNOWN
    fail unknown "$line"
    ;;
nagios:*) fail status "It ended with status $status: $line" ;;
tap:*)
    verdict=$(print_text "$said$newline" | awk -v status="$status" '
        /^Bail out!/ { bail = $0 }
        /^1\.\.[0-9]+/ { plan = substr($1, 4) + 0; planned = 1 }
        /^(not )?ok([ \t]|$)/ {
            count++
            if ($1 == "not" && !/#[ \t]*[Tt][Oo][Dd][Oo]/) { failed++; if (first == "") first = $0 }
        }
        END {
            if (bail != "") print "no " bail
            else if (!planned) print "no it tells no plan (1..N)"
            else if (failed) print "no " failed " of " plan " failed: " first
            else if (count != plan) print "no " plan " tests were planned, and " count + 0 " were run"
            else if (status != 0) print "no it ended with status " status
            else print "ok " count + 0 " tests are passed"
        }')
    case $verdict in
    "ok "*) fine "${verdict#ok }" ;;
    *) fail not-passed "${verdict#no }" ;;
    esac
    ;;
esac
