# What opens, looks at and removes a bundle. Follows words.sh. Set before are host_name, host_run,
# host_lock, host_opened, host_prelude, host_ids, and for each id host_script_ID, host_as_ID and
# host_look_ID, the word to look with.
# shellcheck disable=SC1007,SC2034,SC2154
host_kept= host_how=look
host_bundle=.cadastre/bundles/$host_name

# host_write FILE TEXT: fails with host_why, and leaves what was there. A full disk cuts nothing.
host_write() {
    host_why=$({ host_print "$2" >"$1.new"; } 2>&1 && mv -f -- "$1.new" "$1" 2>&1) && return 0
    rm -f -- "$1.new"
    return 1
}

# host_put FILE TEXT: the same where nothing was, and where nobody looks before all is there.
host_put() {
    host_why=$({ host_print "$2" >"$1"; } 2>&1)
}

# ---- The directory -------------------------------------------------------------------

host_go_home() {
    [ -n "${HOME-}" ] && cd -- "$HOME" 2>/dev/null ||
        host_refuse no-home "There is no home directory ${HOME-} that can be entered"
}

# host_judge MODE OWNER NAME: refuses what others could have put there, or could change.
host_judge() {
    host_path=$HOME/$3
    case $1 in
    d???????w*)
        host_refuse not-safe "$host_path can be written by everybody; take that right away" ;;
    d*) ;;
    l*) host_refuse not-safe "$host_path is a link, where a directory is wanted; remove it" ;;
    *) host_refuse not-safe "$host_path is no directory; remove it" ;;
    esac
    case $1:$3 in
    d????w*:.cadastre*) host_refuse not-safe "$host_path can be written by a group; take that right away" ;;
    esac
    [ "$2" = "$host_user" ] || [ "$2:$3" = "0:." ] ||
        host_refuse not-safe "$host_path belongs to account number $2, not to $host_user"
}

# host_judge_all PATH…: all that are there.
host_judge_all() {
    host_user=$(id -u)
    host_rest=$(ls -ldn -- "$@" 2>/dev/null)$host_newline
    while [ -n "${host_rest%"$host_newline"}" ]; do
        host_first=${host_rest%%"$host_newline"*}
        host_rest=${host_rest#*"$host_newline"}
        host_named=${host_first%% -> *}
        # shellcheck disable=SC2086
        host_judge_one "${host_named##* }" $host_first
    done
}

# host_judge_one NAME MODE LINKS OWNER …: a line of ls.
host_judge_one() {
    host_judge "$2" "$4" "$1"
}

# Everything above the bundle is as it has to be, or is made.
host_make_parents() {
    host_go_home
    host_judge_all . .cadastre .cadastre/bundles
    [ -d .cadastre/bundles ] && return 0
    host_why=$(mkdir -p .cadastre/bundles 2>&1) ||
        host_refuse not-writable "$HOME/.cadastre/bundles cannot be made: $host_why$(host_room)"
    host_judge_all .cadastre .cadastre/bundles
}

# host_read_lock: sets host_held to what the lock says, host_holder to whose it is.
host_read_lock() {
    host_held= host_holder=
    [ -f "$host_bundle/lock" ] && [ ! -L "$host_bundle/lock" ] || return 0
    host_held=$(dd bs=4096 count=1 <"$host_bundle/lock" 2>/dev/null)
    case $host_held in
    "run "*)
        host_holder=${host_held%%"$host_newline"*}
        host_holder=${host_holder#run }
        ;;
    esac
}

# host_link_lock: whether the lock is ours now. A link is there with its whole content, or not at
# all, so that nobody who was cut off in between leaves a lock that tells of nobody.
host_link_lock() {
    host_new=$host_bundle/lock.$host_word
    if ! host_write "$host_new" "$host_lock"; then
        [ -d "$host_bundle" ] || return 1
        rm -f "$host_new"
        rmdir "$host_bundle" 2>/dev/null
        host_refuse not-written "The lock cannot be written in $HOME/$host_bundle: $host_why$(host_room)"
    fi
    if ln "$host_new" "$host_bundle/lock" 2>/dev/null; then
        host_linked=0
    elif [ -e "$host_bundle/lock" ] || [ -L "$host_bundle/lock" ] || [ ! -d "$host_bundle" ]; then
        host_linked=1
    else
        # A file system without links.
        (set -C && host_print "$host_lock" >"$host_bundle/lock") 2>/dev/null
        host_linked=$?
    fi
    rm -f "$host_new"
    return "$host_linked"
}

# The lock is ours when this returns. It may be given back by another between any two steps.
host_take_lock() {
    host_rounds=0
    while :; do
        host_rounds=$((host_rounds + 1))
        host_why=$(mkdir "$host_bundle" 2>&1) || [ -d "$host_bundle" ] || [ "$host_rounds" -lt 20 ] ||
            host_refuse not-writable "$HOME/$host_bundle cannot be made: $host_why$(host_room)"
        host_judge_all "$host_bundle"
        if [ ! -e "$host_bundle/lock" ] && [ ! -L "$host_bundle/lock" ] && host_link_lock; then
            return 0
        fi
        host_read_lock
        if [ -n "$host_holder" ] && [ "$host_holder" = "$host_run" ]; then
            [ ! -s "$host_bundle/opened" ] || host_kept=yes
            return 0
        fi
        if [ -e "$host_bundle/lock" ] || [ -L "$host_bundle/lock" ] || [ "$host_rounds" -ge 20 ]; then
            host_blocked
        fi
    done
}

host_tell_lock() {
    host_rest=$host_held$host_newline
    while [ -n "$host_rest" ]; do
        host_say lock "${host_rest%%"$host_newline"*}"
        host_rest=${host_rest#*"$host_newline"}
    done
}

host_blocked() {
    host_tell_lock
    host_say blocked "$HOME/$host_bundle"
    exit 0
}

# ---- What lies there -----------------------------------------------------------------

# host_fill: writes what is missing. What is there may have been edited.
host_fill() {
    host_why=$(mkdir -p "$host_bundle/jobs" "$host_bundle/state" 2>&1) || return 1
    host_write "$host_bundle/work.sh" "{$host_newline$host_words$host_work$host_streaming}$host_newline" &&
        host_write "$host_bundle/run.sh" "{$host_newline$host_words$host_work$host_running}$host_newline" ||
        return 1
    host_writing=host_put
    [ -z "$host_kept" ] || host_writing=host_write
    for host_id in $host_ids; do
        [ -n "$host_kept" ] && [ -e "$host_bundle/jobs/$host_id.sh" ] && continue
        eval "host_body=\$host_script_$host_id"
        "$host_writing" "$host_bundle/jobs/$host_id.sh" "{$host_newline$host_prelude$host_body}$host_newline" || return 1
    done
    host_write "$host_bundle/opened" "$host_opened$host_newline"
}

# host_read ID: sets host_text to a script, as it lies there if it was kept.
host_read() {
    if [ -n "$host_kept" ]; then
        host_text=$(cat -- "$host_bundle/jobs/$1.sh")
    else
        eval "host_text=\"{\$host_newline\$host_prelude\${host_script_$1}}\$host_newline\""
    fi
}

# host_tell_trace ID: what became of an earlier call.
host_tell_trace() {
    host_trace=$host_bundle/state/$1
    if [ ! -s "$host_trace.begun" ]; then
        [ -e "$host_trace.begun" ] || host_say trace "$1 never"
        return 0
    fi
    if host_is_running "$host_trace"; then
        host_say trace "$1 running"
        return 0
    fi
    host_say trace "$1 called $host_called"
    [ ! -f "$host_trace.out" ] || cat -- "$host_trace.out"
    host_say printed "$1"
    [ ! -f "$host_trace.err" ] || cat -- "$host_trace.err"
    host_say told "$1"
}

# ---- Looking -------------------------------------------------------------------------

# host_quoted: makes the standard input one word.
host_quoted() {
    sed -e "s/'/'\\\\''/g" -e "1s/^/'/" -e "\$s/\$/'/"
}

# host_looks_text ID…: the program that looks with these as another account.
host_looks_text() {
    host_print "{$host_newline$host_words"
    host_print "host_word=$host_word host_how=$host_how$host_newline"
    for host_id in "$@"; do
        eval "host_print \"host_look $host_id \$host_look_$host_id \""
        host_read "$host_id"
        host_print "$host_text$host_newline" | host_quoted
    done
    host_print "}$host_newline"
}

# host_await ACCOUNT ID…: says of these what a look says of what an earlier script may bring.
host_await() {
    host_say missing "$1"
    host_awaited=$1
    shift
    for host_id in "$@"; do
        eval "host_looked=\$host_look_$host_id"
        host_mark begin "$host_id"
        host_print "$host_newline@$host_looked basis $host_newline"
        host_print "$host_newline@$host_looked end would-change no-account There is no account $host_awaited yet$host_newline"
        host_mark end "$host_id 0"
    done
}

# host_look_as ACCOUNT ID…: looks with these as another account.
host_look_as() {
    host_find_mode "$1"
    if [ "$host_mode" = missing ]; then
        host_await "$@"
        return 0
    fi
    host_elevating=$1
    shift
    host_say account "$host_mode $host_elevating"
    # One can say so only where nothing is done.
    if [ "$host_mode" = terminal ]; then
        [ -n "$host_on_terminal" ] || exit 0
        host_mode=password
    fi
    if [ "$host_mode" = same ]; then
        for host_id in "$@"; do
            host_read "$host_id"
            eval "host_look $host_id \$host_look_$host_id \"\$host_text\""
        done
        return 0
    fi
    host_runner="{$host_newline$host_words$host_work$host_streaming}$host_newline"
    host_looks=$(host_looks_text "$@")$host_newline
    host_text=$(host_print "$host_runner" | wc -c)
    host_size=$(host_print "$host_looks" | wc -c)
    host_text=$((host_text)) host_size=$((host_size))
    # What runs as another account only that account can end.
    {
        if [ "$host_mode" = password ]; then host_passwords || exit 1; fi
        host_print "$host_runner$host_looks"
    } | host_elevated "$host_mode" "$host_elevating" \
        "eval \"\$(dd bs=$host_text count=1 iflag=fullblock 2>/dev/null || dd bs=1 count=$host_text 2>/dev/null)\"" \
        "$host_word" "$host_size" "$host_seconds"
}

# host_look_all: by accounts, so that each is asked for once.
host_look_all() {
    for host_id in $host_ids; do
        eval "host_looks_as=\$host_as_$host_id host_looked=\$host_look_$host_id"
        if [ -n "$host_looked" ] && [ -z "$host_looks_as" ]; then
            host_read "$host_id"
            host_look "$host_id" "$host_looked" "$host_text"
        fi
    done
    for host_one in $host_accounts; do
        set --
        for host_id in $host_ids; do
            eval "host_looks_as=\$host_as_$host_id host_looked=\$host_look_$host_id"
            if [ -n "$host_looked" ] && [ "$host_looks_as" = "$host_one" ]; then
                set -- "$@" "$host_id"
            fi
        done
        host_look_as "$host_one" "$@"
    done
}

# ---- What is asked for ---------------------------------------------------------------

host_open() {
    host_make_parents
    host_take_lock
    host_say locked "${host_kept:-no}"
    if ! host_fill; then
        host_why="$host_why$(host_room)"
        [ -n "$host_kept" ] || rm -rf -- "$host_bundle"
        host_refuse not-written "$HOME/$host_bundle cannot be written: $host_why"
    fi
    if [ -n "$host_kept" ]; then
        for host_id in $host_ids; do
            host_tell_trace "$host_id"
        done
    fi
    # What differs was shown when it was planned, and is told again by the job that changes it. A
    # script that was kept may be of a time when there was no other way to look.
    [ -n "$host_kept" ] || host_how=check
    host_look_all
    host_say done ""
}

host_release() {
    host_go_home
    host_judge_all . .cadastre .cadastre/bundles "$host_bundle"
    host_read_lock
    if [ -z "$host_holder" ] || [ "$host_holder" != "$host_run" ]; then
        host_say done no
        return 0
    fi
    host_gone=.cadastre/bundles/.gone.$host_word
    rm -rf -- "$host_gone"
    host_why=$({ mv -- "$host_bundle" "$host_gone" && rm -rf -- "$host_gone"; } 2>&1) ||
        host_refuse not-removed "$HOME/$host_bundle cannot be removed: $host_why"
    host_say done yes
}
