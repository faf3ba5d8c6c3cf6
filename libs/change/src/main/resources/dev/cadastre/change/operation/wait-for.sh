# Waits until something is there. It changes nothing.
# shellcheck shell=sh disable=SC1007,SC2154

#: look
trial "$shown will be waited for"

#: act
is_open() {
    if have nc && nc -h 2>&1 | grep -q -e '-z'; then
        nc -z -w 2 "$host" "$port" </dev/null
    elif have bash; then
        # shellcheck disable=SC2016
        $limit bash -c 'exec 4<>"/dev/tcp/$1/$2"' - "$host" "$port"
    elif have curl; then
        tried=0
        curl -s -m 2 -o /dev/null "telnet://$host:$port" </dev/null || tried=$?
        # 28 is what it says of a peer that listens and waits.
        [ "$tried" -eq 0 ] || [ "$tried" -eq 28 ]
    elif have python3; then
        python3 -c 'import socket, sys; socket.create_connection(sys.argv[1:3], 2)' "$host" "$port"
    elif have nc && [ -n "$limit" ]; then
        tried=0
        echo | $limit nc -w 2 "$host" "$port" || tried=$?
        # One that was cut off was connected for longer than it takes to be refused.
        case $tried in 0 | 124 | 143) ;; *) return 1 ;; esac
    elif have wget; then
        # Whatever it answers, somebody did.
        case $(wget -T 2 -O /dev/null "http://$host:$port/" 2>&1) in
        *efused* | *nreachable* | *"timed out"* | *"bad address"* | *resolve*) return 1 ;;
        esac
    else
        fail no-program "There is no nc, bash, curl, python3 or wget by which a port could be tried"
    fi >/dev/null 2>&1
}
answers() {
    if have curl; then
        why=$(curl -s -S -f -L -m 10 -o /dev/null "$what" 2>&1)
    elif have wget; then
        why=$(wget -q -T 10 -O /dev/null "$what" 2>&1)
    else
        fail no-program "There is no curl or wget by which $what could be asked"
    fi
}
is_there() {
    case $form in
    port) is_open ;;
    url) answers ;;
    file) [ -e "$what" ] ;;
    absence) [ ! -e "$what" ] && [ ! -L "$what" ] ;;
    esac
}
why= limit=
! have timeout || limit="timeout 3"
waited=0
until is_there; do
    [ "$waited" -lt "$seconds" ] ||
        fail not-there "$shown was not there within $seconds s${why:+: $why}"
    sleep 1
    waited=$((waited + 1))
done
fine "$shown was there after $waited s"
