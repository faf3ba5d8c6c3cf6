# Runs the command in "$@", and ends it with all that it started when $limit seconds have passed or
# when it is asked to end itself: not every SSH server ends a command that nobody waits for any
# more, and none does for root. Whose time was over has the status 143, whatever it made of that.
# What a shell itself would say goes nowhere.
#
# The server puts the values in front, and all of it into one brace group, so that a script that is
# cut short runs not at all.
set +m
exec 3>&2 2>/dev/null
unset ENV BASH_ENV CDPATH
PATH=$folders:$PATH
LC_ALL=C
export PATH LC_ALL
grace=1
child='' watcher='' late=''

if command -v setsid >/dev/null; then
    # Who leads a session leads a group, and a group can be told as a whole, its orphans too.
    # setsid itself is not told of a program that is not there: some have a status of their own.
    begin() { exec setsid sh -c 'exec "$@"' sh "$@"; }
    watch() {
        exec setsid sh -c '
            sleep "$1"
            kill -USR1 "$4"
            kill -TERM "-$2"
            sleep "$3"
            kill -KILL "-$2"' sh "$limit" "$child" "$grace" "$$"
    }
    # tell SIGNAL LEADER. The leader first: before it leads, it is all there is.
    tell() {
        [ -n "$2" ] || return 0
        kill "-$1" "$2"
        kill "-$1" "-$2"
    }
    lives() { kill -0 "-$1"; }
    # Who leads a group of its own, as timeout does, is of the session all the same.
    session() {
        awk -v of="$1" '
            BEGIN {
                for (i = 1; i < ARGC; i++) {
                    if ((getline line < ARGV[i]) > 0) {
                        pid = line; sub(/ .*/, "", pid)
                        sub(/^.*\) /, "", line); split(line, fields, " ")
                        if (fields[4] == of) print pid
                    }
                    close(ARGV[i])
                }
            }' /proc/[0-9]*/stat
    }
else
    begin() { exec "$@"; }
    watch() {
        sleep "$limit"
        kill -USR1 "$$"
        tell TERM "$child"
        sleep "$grace"
        tell KILL "$child"
    }
    # All that descends from a process. Files of processes that ended meanwhile must not end awk,
    # hence getline.
    below() {
        awk -v of="$1" '
            BEGIN {
                for (i = 1; i < ARGC; i++) {
                    if ((getline line < ARGV[i]) > 0) {
                        pid = line; sub(/ .*/, "", pid)
                        sub(/^.*\) [A-Za-z] /, "", line); sub(/ .*/, "", line)
                        below[line] = below[line] " " pid
                    }
                    close(ARGV[i])
                }
                level = below[of]
                while (level != "") {
                    printf "%s", level
                    n = split(level, pids, " "); level = ""
                    for (i = 1; i <= n; i++) level = level below[pids[i]]
                }
            }' /proc/[0-9]*/stat
    }
    tell() {
        [ -n "$2" ] || return 0
        # What is stopped starts nothing between the look and the blow.
        [ "$1" != KILL ] || kill -STOP "$2"
        kill "-$1" $(below "$2") "$2"
    }
    # Orphans are nobody's here, and are not found.
    lives() { false; }
    session() { :; }
fi

# The last that was started may not have its name yet.
trap 'tell KILL "$child"; tell KILL "$!"; tell KILL "$watcher"; exit 143' HUP INT TERM
trap 'late=yes' USR1
if [ -n "$input" ]; then
    # The shell's own printing knows no limit to the length of an argument.
    if [ -n "${KSH_VERSION-}" ] && [ "$(print -rn -- x)" = x ]; then
        hand_over() { print -rn -- "$input"; }
    else
        hand_over() { printf %s "$input"; }
    fi
    hand_over </dev/null 3>&- | begin "$@" 2>&3 3>&- &
else
    begin "$@" </dev/null 2>&3 3>&- &
fi
child=$!
watch </dev/null >/dev/null 3>&- &
watcher=$!
wait "$child"
status=$?
if [ -n "$late" ]; then
    # The news of that interrupts the first wait.
    wait "$child"
    status=143
    others=$(session "$child")
    [ -z "$others" ] || kill -KILL $others
fi
# Its number may be another's from now on; that of its group is not, while somebody is left in it.
trap 'lives "$child" && kill -KILL "-$child"; exit "$status"' HUP INT TERM
tell KILL "$watcher"
# Children have a moment to close the output that they share, as where plug-ins run at the server.
if lives "$child"; then
    sleep "$grace" </dev/null >/dev/null 3>&-
    kill -KILL "-$child"
fi
# ksh93 adds 256 to the number of a signal, others 128.
[ "$status" -le 256 ] || status=$((status - 128))
exit "$status"
