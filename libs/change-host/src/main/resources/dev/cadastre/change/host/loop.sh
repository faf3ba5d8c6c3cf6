# Runs command lines one after the other, so that a login is paid for once. host_word is set before:
# a line that begins with it says how many bytes the command reads, and the line after it is the
# command; then come the bytes. What else comes is what a command was sent and did not read.
# shellcheck disable=SC1007,SC2154

# host_tell KIND TEXT: in one stream; it begins a line whatever was printed before.
host_tell() {
    printf '\n@%s %s %s\n' "$host_word" "$1" "$2"
}

# host_feed NUMBER: passes on so many bytes of standard input. One dd that finds nobody to read them
# must not be followed by another, which would take what comes after them.
host_feed() {
    if [ -n "$host_whole" ]; then
        dd bs="$1" count=1 iflag=fullblock 2>/dev/null
    else
        dd bs=1 count="$1" 2>/dev/null
    fi
}

# Redirected from within, as some shells complain where their command writes.
host_call() {
    exec 2>&3 3>&-
    eval "$host_line"
}

# What the shell itself has to say of a command that was killed is no output of it.
exec 3>&2 2>/dev/null
host_whole= host_tried=
host_tell ready ''
while IFS= read -r host_asked; do
    case $host_asked in
    "$host_word "*) host_count=${host_asked#* } ;;
    *) continue ;;
    esac
    IFS= read -r host_line || exit 0
    if [ "$host_count" -eq 0 ]; then
        (host_call) </dev/null
    else
        if [ -z "$host_tried" ]; then
            host_tried=yes
            ! dd bs=1 count=1 iflag=fullblock </dev/null >/dev/null 2>&1 || host_whole=yes
        fi
        host_feed "$host_count" | (host_call)
    fi
    host_status=$?
    host_tell left "$host_status"
    host_tell left "$host_status" >&3
done
