# What is left of a bundle's run.sh after words.sh and work.sh:
# run.sh ID WORD BASIS SECONDS OPENED MODE ACCOUNT PROMPT BYTES < PAYLOAD
# shellcheck disable=SC1007,SC2034,SC2154
case $0 in
*/*) host_here=${0%/*} ;;
*) host_here=. ;;
esac
host_id=$1 host_word=$2 host_basis=$3 host_limit=$4 host_opened=$5 host_mode=$6 host_account=$7
host_prompt=$8 host_count=$9
host_trace=$host_here/state/$host_id
host_job=$host_here/jobs/$host_id.sh
[ -n "$host_count" ] && trap '' HUP

# Whoever opens the bundle again looks for what was begun after having written who may begin; so
# what comes late either is seen there, or sees that it is late.
host_is_open() {
    host_is=
    IFS= read -r host_is 2>/dev/null <"$host_here/opened"
    [ "$host_is" = "$host_opened" ]
}

host_closed() {
    host_refuse superseded "The bundle was opened by another process meanwhile"
}

host_payload() {
    if [ -n "$host_count" ]; then head -c "$host_count"; else cat; fi
}

host_streamed() {
    if [ "$host_mode" = password ]; then host_passwords || return 1; fi
    cat -- "$host_here/work.sh" "$host_job"
    host_payload
}

host_call() {
    if [ "$host_mode" = same ]; then
        host_work "$host_limit" "$host_sh" "$host_job" apply "$host_word" "$host_basis"
        return
    fi
    host_text=$(wc -c <"$host_here/work.sh") || return
    host_size=$(wc -c <"$host_job") || return
    host_text=$((host_text)) host_size=$((host_size))
    host_streamed | host_elevated "$host_mode" "$host_account" \
        "eval \"\$(dd bs=$host_text count=1 iflag=fullblock 2>/dev/null || dd bs=1 count=$host_text 2>/dev/null)\"" \
        "$host_word" "$host_size" "$host_limit" apply "$host_word" "$host_basis"
}

# host_keep FILE BLOCKS: passes on what it reads and keeps a part of it, whoever listens.
host_keep() {
    trap '' PIPE XFSZ
    ulimit -f "$2"
    exec tee "$1" /dev/null 2>/dev/null
}

[ -r "$host_job" ] || host_refuse no-script "There is no $host_job any more"
host_is_open || host_closed
# What is begun twice is worse than what waits for a person.
if [ -s "$host_trace.begun" ] && host_is_running "$host_trace"; then
    host_session=$(sed -n -e "s/^@$host_called session //p" -- "$host_trace.out" 2>/dev/null)
    host_refuse still-runs "It was not begun, since its call before is still at work there as process $host_caller: wait for its end, or end it there${host_session:+ with kill -s TERM -- -$host_session}; then resume the run, which looks what became of it"
fi
# An account that was not there when it was looked may have been made since.
if [ "$host_mode" = missing ]; then
    host_find_mode "$host_account"
    case $host_mode in
    missing) host_no_account "$host_account" ;;
    terminal)
        [ -n "$host_count" ] || host_refuse needs-terminal 'sudo wants a terminal, and there is none to give'
        host_mode=password
        ;;
    esac
    host_say account "$host_mode $host_account"
fi
host_begun=
host_begun_at "$$"
host_why=$({ host_print "$host_word $$ $host_begun$host_newline" >"$host_trace.begun"; } 2>&1) || {
    rm -f "$host_trace.begun"
    host_refuse not-written "Nothing can be written down in $host_here/state: $host_why$(host_room "$host_here")"
}
if ! host_is_open; then
    rm -f "$host_trace.begun"
    host_closed
fi
host_say called "$$"
{
    {
        host_call 2>&3 3>&- 4>&- | (host_keep "$host_trace.out" 32768) >&4 3>&- 4>&-
    } 3>&1 | (host_keep "$host_trace.err" 2048) >&2 4>&-
} 4>&1
