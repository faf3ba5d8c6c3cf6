# Runs a test of a parcel in a root of its own, which goes with it. Standard input: the parcel as a
# tar; arguments: the seconds that it may take, the test, and its own. Begun as the first process of new spaces for accounts, mounts,
# processes, the network and names, in which it is root. Ends with 200 if no such root can be made, with 124 if the test takes longer.
# shellcheck shell=sh
set -u
limit=$1
shift
unable() {
    echo "$1"
    exit 200
}
umask 022
# A folder that is on every machine; what lies there is out of sight then.
new=/tmp
{
    mount --make-rprivate / &&
        mount -t tmpfs -o size=512m,mode=755,nosuid parcel "$new" &&
        cd "$new"
} 2>&1 || unable 'no file system in memory can be mounted'
# Programs and their settings, and no data of anybody.
for folder in usr bin sbin lib lib32 lib64 libx32 etc opt nix gnu; do
    if [ -L "/$folder" ]; then
        cp -P "/$folder" "$folder"
    elif [ -d "/$folder" ]; then
        mkdir "$folder" && mount --rbind "/$folder" "$folder"
    fi || unable "/$folder cannot be mounted"
done
# Spaces and the like are written as octal numbers there.
while read -r _ _ _ _ place options _; do
    case $place in
    "$new"/*) mount -o "remount,bind,nosuid,nodev,ro,${options#r[ow]}" "$(printf '%b' "$place")" || unable "$place cannot be made read-only" ;;
    esac
done </proc/self/mountinfo
mkdir proc dev dev/shm run var var/lib var/tmp var/log home root srv mnt tmp old parcel
chmod 1777 tmp var/tmp dev/shm
for device in null zero full random urandom; do
    : >"dev/$device" && mount --bind "/dev/$device" "dev/$device" || unable "/dev/$device cannot be mounted"
done
ln -s /proc/self/fd dev/fd
ln -s /proc/self/fd/0 dev/stdin
ln -s /proc/self/fd/1 dev/stdout
ln -s /proc/self/fd/2 dev/stderr
mount -t proc proc proc || unable '/proc cannot be mounted'
tar -xf - --no-same-owner -C parcel || unable 'the parcel cannot be unpacked'
ip link set lo up 2>/dev/null
{ pivot_root . old && cd / && umount -l /old && rmdir /old; } 2>&1 || unable 'the root cannot be changed'
cd /parcel || unable 'the parcel is not there'
# Without these it can neither mount anything nor undo what was mounted.
timeout -s KILL "$limit" env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 TMPDIR=/tmp \
    setpriv --no-new-privs --bounding-set=-all --inh-caps=-all -- "$@" </dev/null
