# How a script of a change is run: in a session of its own, for so long and no longer.
# Follows words.sh.
# shellcheck disable=SC1007,SC2034,SC2154

# host_end_session LEADER: ends all that runs in a session, at last by force.
host_end_session() {
    kill -s TERM -- "-$1" 2>/dev/null || kill -s TERM "$1" 2>/dev/null || return 0
    host_tries=0
    while kill -s 0 -- "-$1" 2>/dev/null || kill -s 0 "$1" 2>/dev/null; do
        host_tries=$((host_tries + 1))
        if [ "$host_tries" -ge 25 ]; then
            kill -s KILL -- "-$1" 2>/dev/null || kill -s KILL "$1" 2>/dev/null
        fi
        # Nobody may be there who takes note of the end of what has lost its parent.
        [ "$host_tries" -lt 50 ] || return 0
        sleep 0.2 2>/dev/null || sleep 1
    done
}

# host_watch LEADER: ends a session when its time is over. It writes to whoever counts the time, until
# that is there no more: a shell that waited for it could miss a signal just as it begins to wait.
host_watch() {
    trap '' PIPE
    dd if=/dev/zero bs=4096 2>/dev/null
    if kill -s 0 "$1" 2>/dev/null; then host_end_session "$1"; fi
}

# host_work SECONDS COMMAND…: runs it with standard input; says which session it has, and how it
# came to its end: with a status, or late.
host_work() {
    host_limit=$1
    shift
    exec 5<&0 </dev/null
    if host_have setsid; then
        setsid "$@" <&5 5<&- &
    else
        set -m 2>/dev/null
        "$@" <&5 5<&- &
        set +m 2>/dev/null
    fi
    host_leader=$!
    exec 5<&-
    # Whoever listened may be gone, which must not end who watches over it.
    (host_say session "$host_leader")
    host_watch "$host_leader" 2>/dev/null | sleep "$host_limit" >/dev/null 2>&1 &
    host_clock=$!
    wait "$host_leader" 2>/dev/null
    host_outcome=$?
    # Not TERM, which mksh misses between its fork and its sleep.
    kill -s KILL "$host_clock" 2>/dev/null
    if wait "$host_clock" 2>/dev/null; then
        host_outcome=late
        # All that it has begun is to be gone.
        wait 2>/dev/null
    fi
    host_mark outcome "$host_outcome"
}

# host_work_streamed BYTES SECONDS ARGUMENT…: runs a script of so many bytes that comes first on
# standard input, so that it needs no file that the account could read.
host_work_streamed() {
    host_size=$1 host_seconds=$2
    shift 2
    # shellcheck disable=SC2016
    host_work "$host_seconds" "$host_sh" -c \
        'host_size=$1; shift; eval "$(dd bs="$host_size" count=1 iflag=fullblock 2>/dev/null || dd bs=1 count="$host_size" 2>/dev/null)"' \
        sh "$host_size" "$@"
}
