# Starts a program in a session of its own and prints its pid, which is its group's, too.
# Arguments: log, account, and the program's words.
umask 022
log=$1 account=$2
shift 2
setsid setpriv --reuid="$account" --regid="$(id -g "$account")" --init-groups --reset-env -- "$@" \
    </dev/null >"$log" 2>&1 &
echo "$!"
