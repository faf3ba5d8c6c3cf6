# A daemon that runs, and is started with the host, or not. With a command it is made, too.
# shellcheck shell=sh disable=SC1007,SC2154

#: look
unit_file=/etc/systemd/system/$name.service
init_here
state_of
case $made in
yes)
    if [ -n "$run_as" ]; then user_number "$run_as" || await no-account "There is no account $run_as yet"; fi
    [ -z "$run_in" ] || [ -d "$run_in" ] || await no-folder "The folder $run_in is not there yet"
    if [ "$init" = systemd ]; then
        kind_of "$unit_file"
        is_made=other
        case $kind in
        absent) wish "create $unit_file" && difference "$unit_file" /dev/null "$unit" ;;
        file)
            if is_content "$unit_file" "$unit_sha" "$unit_crc"; then
                is_made=same
            else
                wish "write $unit_file"
                difference "$unit_file" "$unit_file" "$unit"
            fi
            basis "$cadastre_is"
            ;;
        *) refuse is-"$kind" "$unit_file is no file" ;;
        esac
    else
        is_made=same
        for part in command account folder; do
            case $part in
            command) wished=$command ;;
            account) wished=$run_as ;;
            folder) wished=${run_in:-/} ;;
            esac
            is=$(cat "$own_place/$part" 2>/dev/null) || is=
            basis "$is"
            [ "$is" = "$wished" ] || is_made=other
        done
        if [ "$is_known" = no ]; then
            wish "make the daemon $name, under a supervisor of ours, of $command"
        elif [ "$is_made" = other ]; then
            wish "change the daemon $name to $command"
        fi
    fi
    ;;
removed)
    if [ "$init" = systemd ] && [ -f "$unit_file" ]; then
        basis "$(digest <"$unit_file")"
        wish "remove $unit_file"
    elif [ "$init" = own ] && [ "$is_known" = yes ]; then
        wish "remove the daemon $name"
    else
        fine "No daemon $name that a change made is there"
    fi
    ;;
no)
    if [ "$init" = none ] || [ "$is_known" = no ]; then
        if [ "$running" = yes ] || [ "$enabled" = yes ]; then
            await no-daemon "There is no daemon $name yet"
        fi
    fi
    ;;
esac
[ "$is_masked" = no ] || [ "$running$enabled" = nono ] || refuse is-masked "The daemon $name is masked: systemctl unmask $name"
basis "$init $is_running $is_enabled"
change_running= change_enabled=
if [ "$made" != removed ]; then
    if [ "$running" != any ] && [ "$running" != "$is_running" ]; then
        change_running=$running
        if [ "$running" = yes ]; then wish "start $name"; else wish "stop $name"; fi
    fi
    if [ "$enabled" != any ] && [ "$enabled" != "$is_enabled" ] && [ "$is_enabled" != static ]; then
        change_enabled=$enabled
        if [ "$enabled" = yes ]; then wish "start $name with the host"; else wish "start $name with the host no longer"; fi
    fi
fi
if [ "$cadastre_wishes" -gt 0 ]; then
    may_change_daemons
else
    fine "The daemon $name is as wished"
fi

#: act
was running "$is_running"
was enabled "$is_enabled"
set_enabled() {
    case $init:$1 in
    systemd:yes) systemctl enable -- "$name" ;;
    systemd:no) systemctl disable -- "$name" ;;
    script:*)
        if have rc-update; then
            if [ "$1" = yes ]; then rc-update add "$name" default; else rc-update del "$name" default; fi
        elif have update-rc.d; then
            if [ "$1" = yes ]; then update-rc.d "$name" defaults; else update-rc.d -f "$name" remove; fi
        elif have chkconfig; then
            if [ "$1" = yes ]; then chkconfig "$name" on; else chkconfig "$name" off; fi
        else
            fail no-runlevels "There is no program that says which daemons start with the host"
        fi
        ;;
    esac || fail not-enabled "Whether $name starts with the host could not be changed; the init system's words are above"
}
if [ "$made" = removed ]; then
    was made file
    if [ "$init" = systemd ]; then
        was_bytes unit "$unit_file"
    else
        for part in command account folder; do was "$part" "$(cat "$own_place/$part")"; done
    fi
    [ "$is_running" = no ] || stop_daemon
    if [ "$init" = systemd ]; then
        [ "$is_enabled" != yes ] || set_enabled no
        rm -f -- "$unit_file"
        systemctl daemon-reload
    else
        rm -rf -- "$own_place"
    fi
    return 0
fi
if [ "$made" = yes ] && [ "$is_made" = other ]; then
    wish_user= wish_group=
    if [ "$init" = systemd ]; then
        was made "$kind"
        [ "$kind" = absent ] || was_bytes unit "$unit_file"
        scratch_in /etc/systemd/system
        print_text "$unit" | take "$scratch/unit" "$unit_file"
        own "$scratch/unit" 0644
        place "$scratch/unit" "$unit_file"
        systemctl daemon-reload
    else
        if [ "$is_known" = yes ]; then
            was made file
            for part in command account folder; do was "$part" "$(cat "$own_place/$part")"; done
            [ "$is_running" = no ] || stop_daemon
            change_running=$running
        else
            was made absent
        fi
        mkdir -p -- "$own_place"
        chmod 0700 "$own_place"
        print_text "$supervisor" >"$own_place/supervisor"
        print_text "$run_as" >"$own_place/account"
        print_text "${run_in:-/}" >"$own_place/folder"
        : >>"$own_place/log"
        print_text "$command" >"$own_place/command.new"
        mv -f -- "$own_place/command.new" "$own_place/command"
    fi
    if [ "$init:$is_running:$running" = systemd:yes:yes ]; then
        restart_daemon
        change_running=
    fi
fi
[ -z "$change_enabled" ] || set_enabled "$change_enabled"
case $change_running in
yes) start_daemon ;;
no) stop_daemon ;;
esac
