# What tells of bundles, and passes on what lies in them. Follows words.sh and bundle.sh. Where
# something is put, host_run is set before: the run whose bundle it is.
# shellcheck disable=SC1007,SC2034,SC2154

# host_find_busy: sets host_busy to the scripts of the bundle that are at work.
host_find_busy() {
    host_busy=
    for host_begin in "$host_bundle"/state/*.begun; do
        [ -s "$host_begin" ] || continue
        host_trace=${host_begin%.begun}
        if host_is_running "$host_trace"; then
            host_busy="$host_busy${host_busy:+ }${host_trace##*/}"
        fi
    done
}

host_tell_bundle() {
    host_read_lock
    [ -z "$host_held" ] || host_tell_lock
    host_find_busy
    host_say busy "$host_busy"
}

host_list() {
    host_go_home
    host_judge_all . .cadastre .cadastre/bundles
    for host_found in .cadastre/bundles/*; do
        if [ -d "$host_found" ] && [ ! -L "$host_found" ]; then
            host_bundle=$host_found
            host_say bundle "${host_found##*/}"
            host_tell_bundle
        fi
    done
    host_say done "$HOME/.cadastre/bundles"
}

# host_enter: tells of the one that is asked for.
host_enter() {
    host_go_home
    host_judge_all . .cadastre .cadastre/bundles "$host_bundle"
    [ -d "$host_bundle" ] || host_refuse no-bundle "There is no $HOME/$host_bundle"
    host_say bundle "$host_name"
    host_tell_bundle
}

# host_is_own NAME: whether that is what the run itself keeps there.
host_is_own() {
    case $1 in
    lock | lock.* | opened | opened.new | state | run.sh | run.sh.new | work.sh | work.sh.new | .put.*) return 0 ;;
    *) return 1 ;;
    esac
}

host_pull() {
    host_enter
    host_have tar || host_refuse no-tar "There is no tar, by which files could be passed on"
    cd -- "$host_bundle" || host_refuse not-read "$HOME/$host_bundle cannot be entered"
    set --
    for host_found in * .[!.]* ..?*; do
        if { [ -e "$host_found" ] || [ -L "$host_found" ]; } && ! host_is_own "$host_found"; then
            set -- "$@" "./$host_found"
        fi
    done
    if [ "$#" -gt 0 ]; then
        host_say content ""
        tar -cf - "$@" </dev/null
        host_status=$?
        host_say content-end "$host_status"
    fi
    host_say done ""
}

# ---- Putting -------------------------------------------------------------------------

# host_give_up CODE TEXT: nothing is put.
host_give_up() {
    cd -- "$HOME" && rm -rf -- "$host_staged"
    host_refuse "$1" "$2"
}

host_begin_put() {
    host_staged=$host_bundle/.put.$host_word
    host_enter
    [ "$host_holder" = "$host_run" ] ||
        host_refuse not-held "$HOME/$host_bundle is not of run $host_run any more"
    host_refuse_busy
    host_why=$(mkdir -- "$host_staged" 2>&1) || host_cannot_write
}

host_refuse_busy() {
    host_find_busy
    [ -z "$host_busy" ] || host_give_up at-work "script $host_busy is at work there"
}

host_cannot_write() {
    host_give_up not-written "$HOME/$host_bundle cannot be written: $host_why$(host_room)"
}

# host_check_path PATH: refuses to follow links, and to put a file in the place of a folder.
host_check_path() {
    host_part=$host_bundle host_left=$1
    while :; do
        host_part=$host_part/${host_left%%/*}
        [ ! -L "$host_part" ] || host_give_up not-safe "$HOME/$host_part is a link"
        case $host_left in
        */*)
            host_left=${host_left#*/}
            [ ! -e "$host_part" ] || [ -d "$host_part" ] || host_give_up not-safe "$HOME/$host_part is no folder"
            ;;
        *) break ;;
        esac
    done
    [ ! -e "$host_part" ] || [ -f "$host_part" ] || host_give_up not-safe "$HOME/$host_part is no file"
}

# host_receive NUMBER BYTES: the next bytes of standard input.
host_receive() {
    host_into=$host_staged/$1
    if [ "$2" -eq 0 ]; then
        host_why=$({ : >"$host_into"; } 2>&1) || host_cannot_write
        return 0
    fi
    host_why=$({ host_bytes "$2" >"$host_into"; } 2>&1)
    host_got=$(wc -c <"$host_into" 2>/dev/null)
    if [ "$((host_got))" -ne "$2" ]; then
        host_why="${host_why:-only $((host_got)) of $2 bytes of a file arrived}"
        host_cannot_write
    fi
}

# host_place NUMBER PATH EXECUTABLE: in one step. What is there keeps its mode.
host_place() {
    host_to=$host_bundle/$2
    host_why=$(host_move "$@" 2>&1) || host_cannot_write
    host_say put "$2"
}

host_move() {
    case $2 in
    */*) mkdir -p -- "${host_to%/*}" || return 1 ;;
    esac
    if [ ! -e "$host_to" ]; then
        [ -z "$3" ] || chmod u+x "$host_staged/$1" || return 1
        mv -f -- "$host_staged/$1" "$host_to"
        return
    fi
    host_copy=$host_staged/copy host_locked=
    cp -p -- "$host_to" "$host_copy" || return 1
    if [ ! -w "$host_copy" ]; then
        host_locked=yes
        chmod u+w "$host_copy" || return 1
    fi
    cat -- "$host_staged/$1" >"$host_copy" || return 1
    [ -z "$host_locked" ] || chmod u-w "$host_copy" || return 1
    mv -f -- "$host_copy" "$host_to"
}

host_end_put() {
    rm -rf -- "$host_staged"
    host_say done ""
}
