# The root tree of a host with busybox and nothing else: no bash, no coreutils, no Python; sshd
# with the libraries it loads, and the package database of an Alpine system.
# Run by lab/bin/prepare with the folder to build in, after the Debian tree.
recipe=$(dirname "$0")/busybox
debian=$1/debian
tree=$1/busybox

umask 022
mkdir -p "$tree"
cd "$tree"
mkdir -p bin sbin dev/pts etc/ssh home mnt proc root run/sshd sys tmp usr/bin usr/sbin usr/lib var/empty var/log lib/apk/db
chmod 1777 tmp
chmod 700 root
cp /bin/busybox bin/busybox
chroot . /bin/busybox --install -s
# Debian's busybox speaks of packages; that of Alpine does not.
for applet in dpkg dpkg-deb rpm rpm2cpio; do
    find . -type l -name "$applet" -exec rm {} +
done

cp -a "$debian"/dev/null "$debian"/dev/zero "$debian"/dev/full "$debian"/dev/random \
    "$debian"/dev/urandom "$debian"/dev/tty dev/
ln -s pts/ptmx dev/ptmx
ln -s /proc/self/fd dev/fd

cp "$debian/usr/sbin/sshd" usr/sbin/
# Asking the loader costs no guess at what sshd needs; NSS modules are loaded by name, later.
{
    chroot "$debian" ldd /usr/sbin/sshd | awk '$2 == "=>" { print $3 } $1 ~ /^\// { print $1 }'
    chroot "$debian" sh -c 'ls /lib/*/libnss_files.so.2 /lib/*/libgcc_s.so.1 2>/dev/null' || :
} | while read -r library; do
    mkdir -p ".$(dirname "$library")"
    cp -L "$debian$library" ".$library"
done

cp "$recipe/os-release" "$recipe/passwd" "$recipe/group" "$recipe/shadow" etc/
chmod 600 etc/shadow
printf '3.20.3\n' >etc/alpine-release
printf 'passwd: files\ngroup: files\nshadow: files\nhosts: files\n' >etc/nsswitch.conf
install -d -o 1000 -g 1000 home/ops
cp "$recipe/installed" lib/apk/db/installed
chroot . /usr/sbin/sshd -V || [ "$?" -eq 1 ]
