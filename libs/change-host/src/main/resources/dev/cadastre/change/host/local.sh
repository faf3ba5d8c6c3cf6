# What is left on this machine of a script that it is at work on. Follows words.sh.
# shellcheck disable=SC2154

# host_read_note FILE: whether what is written down there is still at work; sets host_caller.
host_read_note() {
    [ -s "$1" ] && IFS=' ' read -r host_caller host_when <"$1" &&
        host_is_at_work "$host_caller" "$host_when"
}

# host_note FILE: writes down that this process is at work, unless the one before is.
host_note() {
    if host_read_note "$1"; then
        host_refuse still-runs "It is still at work here as process $host_caller, though what had begun it is gone; wait for its end, or end it"
    fi
    host_begun=
    host_begun_at "$$"
    host_why=$({ host_print "$$ $host_begun$host_newline" >"$1"; } 2>&1) ||
        host_refuse not-written "Nothing can be written down in $1: $host_why"
}

# host_tell_note ID FILE: tells of one that is still at work.
host_tell_note() {
    if host_read_note "$2"; then host_say trace "$1 running"; fi
}
