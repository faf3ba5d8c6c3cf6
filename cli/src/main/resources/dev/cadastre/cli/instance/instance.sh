# Becomes an instance: the first process of new spaces for mounts, processes, host names and queues, in a root that has this
# machine's programs and settings, and data of nobody. What is written stays in memory, and goes with this process. The network is the
# machine's own. Argument: the name of the host. Standard input: it ends with that. Says ready, or ends with 200 and why not.
# shellcheck shell=sh
set -u
name=$1
unable() {
    echo "$1"
    exit 200
}
umask 022
# A folder that is on every machine; what lies there is out of sight then.
new=/tmp
{ mount --make-rprivate / && mount -t tmpfs -o mode=755 instance "$new" && cd "$new" && mkdir root layers; } 2>&1 ||
    unable 'no file system in memory can be mounted'
count=0
# layered FOLDER: the folder, of which what is written goes elsewhere.
layered() {
    count=$((count + 1))
    mkdir -p "layers/$count/upper" "layers/$count/work"
    mount -t overlay instance -o "lowerdir=$1,upperdir=$new/layers/$count/upper,workdir=$new/layers/$count/work" "root$1" 2>&1 ||
        unable "$1 cannot be overlaid"
}
layered /
# An overlay has one file system, not what is mounted in it. Blanks in places are written as octal numbers there; such are not needed.
while read -r _ _ _ _ place _; do
    case $place in
    /usr | /usr/local | /etc | /opt | /var | /var/lib | /var/cache | /nix | /gnu) [ ! -d "$place" ] || layered "$place" ;;
    esac
done </proc/self/mountinfo
cd root || unable 'the root is not there'
for folder in * .[!.]*; do
    case $folder in
    usr | bin | sbin | lib* | etc | opt | var | nix | gnu) ;;
    *)
        # Data of people, and what is this machine's alone.
        if [ -d "$folder" ] && [ ! -L "$folder" ]; then
            mount -t tmpfs -o mode=755 instance "$folder" || unable "/$folder cannot be hidden"
        fi
        ;;
    esac
done 2>&1
mkdir -p dev proc sys run tmp mnt root var/tmp var/lib/cadastre
{
    mount -t tmpfs -o mode=755 instance var/lib/cadastre && mount -t tmpfs -o mode=1777 instance var/tmp && chmod 1777 tmp && chmod 700 root
} 2>&1 || unable 'folders of its own cannot be mounted'
for device in null zero full random urandom tty; do
    : >"dev/$device" && mount --bind "/dev/$device" "dev/$device" || unable "/dev/$device cannot be mounted"
done
mkdir -p -m 1777 dev/shm dev/mqueue run/lock
mkdir -p dev/pts
ln -s /proc/self/fd dev/fd
ln -s /proc/self/fd/0 dev/stdin
ln -s /proc/self/fd/1 dev/stdout
ln -s /proc/self/fd/2 dev/stderr
mount -t devpts -o newinstance,ptmxmode=0666 devpts dev/pts && ln -s pts/ptmx dev/ptmx || unable 'there are no terminals'
mount -t proc proc proc || unable '/proc cannot be mounted'
mount -t sysfs -o ro sysfs sys 2>/dev/null
# Where names are resolved is written by the machine's daemons, below /run.
for file in resolv.conf hosts; do
    cat "/etc/$file" >"$new/$file" 2>/dev/null
    rm -f "etc/$file" && cp "$new/$file" "etc/$file" || unable "/etc/$file cannot be written"
done
echo "127.0.0.1 $name" >>etc/hosts
echo "$name" >/proc/sys/kernel/hostname
echo "$name" >etc/hostname
# What packages start by themselves would take ports of the machine.
rm -f usr/sbin/policy-rc.d && printf '#!/bin/sh\nexit 101\n' >usr/sbin/policy-rc.d && chmod 0755 usr/sbin/policy-rc.d
mkdir -p mnt/old
{ pivot_root . mnt/old && cd / && umount -l /mnt/old && rmdir /mnt/old; } 2>&1 || unable 'the root cannot be changed'
exec 3<&0
echo ready
exec >/dev/null 2>&1
# It takes over what others leave behind, and ends with whoever began it.
cat <&3 &
wait "$!"
