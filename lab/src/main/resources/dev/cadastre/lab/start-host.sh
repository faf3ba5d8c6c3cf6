# Becomes a host: pid 1 in new network, UTS, mount and process spaces, whose program is sshd.
# Arguments: name, device that joins the bridge, its group, address with prefix length, gateway,
# shared root trees (the upper first, with colons between), and the host's own folder with upper/, work/ and root/.
set -eu
name=$1 device=$2 group=$3 address=$4 gateway=$5 tree=$6 own=$7

echo "$name" >/proc/sys/kernel/hostname
# The /proc seen here is still the laboratory's, and its pid 1 lives in the network with the bridge.
outside=/proc/1/ns/net
case $address in *:*) settled=nodad ;; *) settled= ;; esac
# A machine keeps its hardware address when it starts again; neighbours remember it.
hardware=$(printf %s "$address" | md5sum | sed 's/\(..\)\(..\)\(..\)\(..\)\(..\).*/02:\1:\2:\3:\4:\5/')
ip -batch - <<LINKS
link add eth0 address $hardware type veth peer name $device netns $outside
link set lo up
addr add $address dev eth0 $settled
link set eth0 up
LINKS
nsenter --net="$outside" ip link set "$device" master lab0 group "$group" up
ip route add default via "$gateway"

mount -t overlay "$name" -o "lowerdir=$tree,upperdir=$own/upper,workdir=$own/work" "$own/root"
cd "$own/root"
mount -t proc proc proc
mount -t sysfs -o ro sysfs sys
mount -t devpts -o newinstance,ptmxmode=0666 devpts dev/pts
# PostgreSQL shares its memory by files there, whoever it runs as.
mkdir -p dev/shm
chmod 1777 dev/shm
pivot_root . mnt
cd /
# A Java machine raises its own limit to the most there is; rpm closes every descriptor up to it.
ulimit -S -n 1024
umount -l /mnt
exec /usr/sbin/sshd -D -e
