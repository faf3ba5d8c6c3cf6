# What the operations of daemons know of init systems: systemd; scripts in /etc/init.d; and where
# there is neither, a supervisor of our own, which is a shell that starts the command again when
# it ends.
# shellcheck shell=sh disable=SC1007,SC2154

if [ "$(id -u)" -eq 0 ]; then own_daemons=/var/lib/cadastre/daemons; else own_daemons=${HOME:-/nonexistent}/.cadastre/daemons; fi
own_place=$own_daemons/$name

# The unquoted words are the supervisor's own.
# shellcheck disable=SC2016
supervisor='#!/bin/sh
# Runs the command beside it again whenever that ends. The folder is its first argument.
cd -- "$1" || exit 1
child= pause=1
# Whoever starts it anew must find its port free.
stop() {
    trap "" TERM
    [ -z "$child" ] || kill "$child" 2>/dev/null
    while [ -n "$child" ] && kill -0 "$child" 2>/dev/null; do wait "$child"; done
    exit 0
}
trap stop TERM INT
trap : HUP
while :; do
    if [ -f log ] && [ "$(wc -c <log)" -gt 1048576 ]; then mv -f log log.1; fi
    begun=$(date +%s)
    (
        trap - TERM INT HUP
        account=$(cat account)
        command=$(cat command)
        cd -- "$(cat folder)" || exit 1
        [ -n "$account" ] || exec sh -c "$command"
        # Many a su stays in between, and kills what does not end at once.
        become="setpriv --reuid=$account --regid=$(id -g "$account") --init-groups"
        if $become true 2>/dev/null; then
            eval "HOME=~$account"
            USER=$account LOGNAME=$account
            export HOME USER LOGNAME
            exec $become sh -c "$command"
        fi
        exec su -s /bin/sh "$account" -c "$command"
    ) >>log 2>&1 </dev/null &
    child=$!
    # A signal ends the waiting, not the command.
    while kill -0 "$child" 2>/dev/null; do wait "$child"; done
    child=
    if [ $(($(date +%s) - begun)) -ge 30 ]; then pause=1; fi
    echo "It ended; it is started again after $pause s" >>log
    sleep "$pause" &
    wait "$!"
    pause=$((pause * 2))
    [ "$pause" -le 60 ] || pause=60
done
'

# Sets init to how that daemon is run here.
init_here() {
    if [ -d /run/systemd/system ] && have systemctl; then
        init=systemd
    elif [ "${has_command:-no}" = yes ] || [ -d "$own_place" ]; then
        init=own
    elif [ -x "/etc/init.d/$name" ]; then
        init=script
    else
        init=none
    fi
}

# started PID: prints when the process was started, so that another of that number is not taken for it.
started() {
    if [ -r "/proc/$1/stat" ]; then
        sed 's/^.*) //' "/proc/$1/stat" 2>/dev/null | awk '$1 != "Z" { print $20 }'
    elif [ ! -d /proc/self ] && kill -0 "$1" 2>/dev/null; then
        echo 0
    fi
}

# own_runs: sets own_pid; fails if the supervisor does not run.
own_runs() {
    own_pid= own_since=
    read -r own_pid own_since 2>/dev/null <"$own_place/pid" || return 1
    [ -n "$own_pid" ] && [ -n "$own_since" ] && [ "$(started "$own_pid")" = "$own_since" ]
}

# state_of: sets is_known, is_running and is_enabled to yes or no (is_enabled also to static), and
# is_masked.
state_of() {
    is_known=no is_running=no is_enabled=no is_masked=no
    case $init in
    systemd)
        for cadastre_line in $(systemctl show -p LoadState -p ActiveState -p UnitFileState -- "$name" 2>/dev/null); do
            case $cadastre_line in
            LoadState=loaded) is_known=yes ;;
            LoadState=masked | UnitFileState=masked*) is_masked=yes is_known=yes ;;
            ActiveState=active | ActiveState=reloading | ActiveState=activating) is_running=yes ;;
            UnitFileState=enabled | UnitFileState=enabled-runtime) is_enabled=yes ;;
            UnitFileState=static | UnitFileState=indirect | UnitFileState=generated | UnitFileState=alias) is_enabled=static ;;
            esac
        done
        ;;
    script)
        is_known=yes
        ! "/etc/init.d/$name" status >/dev/null 2>&1 3>&- </dev/null || is_running=yes
        for cadastre_line in /etc/runlevels/default/"$name" /etc/rc[2345].d/S[0-9][0-9]"$name"; do
            [ ! -e "$cadastre_line" ] || is_enabled=yes
        done
        ;;
    own)
        [ ! -f "$own_place/command" ] || is_known=yes
        ! own_runs || is_running=yes
        is_enabled=static
        ;;
    esac
}

# Runs a program that may leave a daemon behind, which must not hold on to our output.
apart() {
    cadastre_out=$(mktemp 2>/dev/null) || cadastre_out=/dev/null
    cadastre_status=0
    "$@" >"$cadastre_out" 2>&1 3>&- </dev/null || cadastre_status=$?
    [ "$cadastre_out" = /dev/null ] || {
        cat "$cadastre_out"
        rm -f -- "$cadastre_out"
    }
    return "$cadastre_status"
}

start_daemon() {
    case $init in
    systemd) systemctl start -- "$name" ;;
    script) apart "/etc/init.d/$name" start ;;
    own)
        # A job on a terminal ignores the signal by which its daemon is told to read its
        # configuration again, and no shell undoes that.
        own_hears=
        ! env --default-signal=HUP true 2>/dev/null || own_hears='env --default-signal=HUP'
        # shellcheck disable=SC2086
        if have setsid; then
            setsid $own_hears sh "$own_place/supervisor" "$own_place" >/dev/null 2>&1 3>&- </dev/null &
        else
            nohup $own_hears sh "$own_place/supervisor" "$own_place" >/dev/null 2>&1 3>&- </dev/null &
        fi
        printf '%s %s\n' "$!" "$(started "$!")" >"$own_place/pid"
        ;;
    esac || {
        # Why it did not start is told by what the init system knows of it.
        [ "$init" != systemd ] || systemctl --no-pager --full status -- "$name" | sed 20q
        fail not-started "The daemon $name could not be started; the init system's words are above"
    }
}

stop_daemon() {
    case $init in
    systemd) systemctl stop -- "$name" ;;
    script) apart "/etc/init.d/$name" stop ;;
    own)
        own_runs || return 0
        # Its group is itself and all that it started; not every shell knows -- here.
        kill -TERM "-$own_pid" 2>/dev/null || kill -TERM "$own_pid" 2>/dev/null || :
        for cadastre_count in 1 2 3 4 5 6 7 8 9 10; do
            own_runs || break
            sleep 1
        done
        ! own_runs || kill -KILL "-$own_pid" 2>/dev/null || kill -KILL "$own_pid" 2>/dev/null || :
        rm -f -- "$own_place/pid"
        ;;
    esac || fail not-stopped "The daemon $name could not be stopped; the init system's words are above"
}

restart_daemon() {
    case $init in
    systemd) systemctl restart -- "$name" || start_daemon ;;
    script) apart "/etc/init.d/$name" restart || fail not-restarted "The daemon $name could not be restarted; its script's words are above" ;;
    own)
        stop_daemon
        start_daemon
        ;;
    esac
}

reload_daemon() {
    case $init in
    systemd) systemctl reload-or-restart -- "$name" ;;
    script) apart "/etc/init.d/$name" reload ;;
    own) kill -HUP "-$own_pid" ;;
    esac || fail not-reloaded "The daemon $name could not be told to read its configuration again; the init system's words are above"
}

may_change_daemons() {
    [ "$init" = own ] || [ "$(id -u)" -eq 0 ] || refuse not-root "Only root can change the daemon $name; say as = root for the job"
}
