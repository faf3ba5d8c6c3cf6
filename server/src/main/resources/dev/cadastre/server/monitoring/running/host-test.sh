# Becomes the account that a test is run as, and runs the script that comes by the standard input, so
# that sudo logs no text and no list of processes shows it. ACCOUNT is empty for the one that
# connects; the script has SIZE bytes, and reads what follows: ACCOUNT SIZE ARGUMENT...
account=$1
shift
# shellcheck disable=SC2016
begin='size=$1
shift
cd 2>/dev/null || cd /
eval "$(dd bs="$size" count=1 iflag=fullblock 2>/dev/null || dd bs=1 count="$size" 2>/dev/null)"'
if [ -z "$account" ] || [ "$(id -un 2>/dev/null)" = "$account" ]; then
    exec sh -c "$begin" sh "$@"
fi
if ! id -u "$account" >/dev/null 2>&1; then
    echo "there is no account $account" >&2
    exit 1
fi
if [ "$(id -u)" -eq 0 ] && command -v runuser >/dev/null 2>&1; then
    eval "HOME=~$account"
    USER=$account LOGNAME=$account
    export HOME USER LOGNAME
    exec runuser -u "$account" -- sh -c "$begin" sh "$@"
fi
if ! command -v sudo >/dev/null 2>&1; then
    echo "there is no sudo" >&2
    exit 1
fi
exec sudo -k -n -H -u "$account" -- sh -c "$begin" sh "$@"
