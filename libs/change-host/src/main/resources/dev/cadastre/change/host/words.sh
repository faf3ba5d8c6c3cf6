# What all that is sent to a host begins with: how it answers, and how it becomes another account.
# Names that begin with host_ belong to it. host_word, host_sh and host_prompt are set before.
# docs/formats/bundle.md says what lies on a host, and who may rely on it.
# shellcheck disable=SC1007,SC2034,SC2154
set -u
unset CDPATH ENV BASH_ENV LANG LANGUAGE POSIXLY_CORRECT
LC_ALL=C
PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin${PATH:+:$PATH}
export LC_ALL PATH
umask 077

host_newline='
'

host_have() { command -v "$1" >/dev/null 2>&1; }

# The shell's own printing starts no program, in whose arguments others could read.
if [ -n "${KSH_VERSION-}" ] && [ "$(print -rn -- x 2>/dev/null)" = x ]; then
    host_print() { print -rn -- "$1"; }
else
    host_print() { printf %s "$1"; }
fi

# host_flat TEXT: sets host_line to it, on one line.
host_flat() {
    host_line= host_left=$1
    while :; do
        case $host_left in
        *"$host_newline"*)
            host_line="$host_line${host_left%%"$host_newline"*} "
            host_left=${host_left#*"$host_newline"}
            ;;
        *) break ;;
        esac
    done
    host_line=$host_line$host_left
}

# host_say KIND TEXT: a line of the answer. It begins a line whatever was printed before.
host_say() {
    host_flat "$2"
    host_print "$host_newline@$host_word $1 $host_line$host_newline"
}

# host_mark KIND TEXT: the same in both streams, so that what follows in each is told apart.
host_mark() {
    host_say "$1" "$2"
    host_say "$1" "$2" >&2
}

# host_refuse CODE TEXT: ends it; nothing was changed.
host_refuse() {
    host_say refused "$1 $2"
    exit 1
}

# host_room [FOLDER]: how much of its disk is free; shells call a full one an error of any kind.
host_room() {
    df -k -P "${1:-.}" 2>/dev/null | awk 'NR == 2 { print " (" $4 " KiB are free there)" }'
}

# host_bytes NUMBER: passes on so many bytes of standard input, and reads none after these.
host_bytes() {
    dd bs="$1" count=1 iflag=fullblock 2>/dev/null || dd bs=1 count="$1" 2>/dev/null
}

# host_look ID WORD TEXT: looks with one script, as host_how says.
host_look() {
    host_mark begin "$1"
    host_looking=${3-}
    (
        set -- "$host_how" "$2"
        eval "$host_looking"
    ) </dev/null
    host_mark end "$1 $?"
}

# host_begun_at PID: sets host_begun to when a process was begun, so that another one that got
# its number is not taken for it.
host_begun_at() {
    if [ -r "/proc/$1/stat" ]; then
        IFS= read -r host_stat 2>/dev/null <"/proc/$1/stat" || return 1
        host_after=${host_stat##*) }
        # shellcheck disable=SC2086
        set -- $host_after
        shift 19
        host_begun=$1
    else
        host_flat "$(ps -o lstart= -p "$1" 2>/dev/null)"
        host_begun=$host_line
    fi
}

# host_is_at_work PID BEGUN: whether the process that was begun then is still there.
host_is_at_work() {
    kill -s 0 "$1" 2>/dev/null && host_begun_at "$1" && [ "$host_begun" = "$2" ]
}

# host_is_running TRACE: whether the call of which these are the traces is at work. Sets
# host_called to its word.
host_is_running() {
    IFS=' ' read -r host_called host_caller host_when <"$1.begun"
    host_is_at_work "$host_caller" "$host_when" &&
        ! grep -q -e "^@$host_called outcome " -- "$1.out" 2>/dev/null
}

# ---- Other accounts ----------------------------------------------------------------

# host_find_mode ACCOUNT: sets host_mode to how one becomes that account; with "password" sudo
# asks for one, with "terminal" it wants to be run on one; "missing" is one that is not there.
host_find_mode() {
    host_mode=same
    [ "$(id -un 2>/dev/null)" != "$1" ] || return 0
    if ! id -u "$1" >/dev/null 2>&1; then
        host_mode=missing
        return 0
    fi
    if [ "$(id -u)" -eq 0 ]; then
        host_mode=switch
        return 0
    fi
    host_have sudo || host_refuse no-sudo "$(id -un) cannot become $1, for there is no sudo"
    if host_why=$(sudo -k -n -H -u "$1" -- "$host_sh" -c : 2>&1 </dev/null); then
        host_mode=free
        return 0
    fi
    case $host_why in
    *"must have a tty"*) host_mode=terminal ;;
    *"unknown user"*) host_mode=missing ;;
    *) host_mode=password ;;
    esac
}

host_no_account() {
    host_refuse no-account "There is no account $1"
}

# host_as MODE ACCOUNT COMMAND…: runs it as that account.
host_as() {
    host_how=$1 host_account=$2
    shift 2
    case $host_how in
    same) "$@" ;;
    switch) host_switch "$@" ;;
    free) sudo -k -n -H -u "$host_account" -- "$@" ;;
    *) sudo -k -S -p "$host_prompt" -H -u "$host_account" -- "$@" ;;
    esac
}

# root needs no password of anybody; a command of su is one word.
host_switch() {
    eval "host_home=~$host_account"
    if host_have runuser; then
        HOME=$host_home USER=$host_account LOGNAME=$host_account runuser -u "$host_account" -- "$@"
        return
    fi
    host_command=exec
    for host_argument in "$@"; do
        host_command="$host_command '$host_argument'"
    done
    su -s "$host_sh" "$host_account" -c "$host_command"
}

# host_passwords: passes on passwords that come as lines, for as long as they are asked for. What
# follows on standard input is read by nobody before sudo has believed one.
host_passwords() {
    while IFS= read -r host_said; do
        case $host_said in
        p*) host_print "${host_said#p}$host_newline" ;;
        g) return 0 ;;
        *) return 1 ;;
        esac
    done
    return 1
}

# host_elevated MODE ACCOUNT PROGRAM ARGUMENT…: runs a program text as that account, which reads
# what is left of standard input. It is logged by sudo, so that it has to be short.
host_elevated() {
    host_elevation=$1 host_target=$2 host_program=$3
    shift 3
    host_as "$host_elevation" "$host_target" "$host_sh" -c \
        "echo; echo @$host_word elevated; { echo; echo @$host_word elevated; } >&2
cd 2>/dev/null || cd /; $host_program" sh "$@"
    host_say left "$?"
}
