# For each role, the layer that its packages add to the Debian tree.
# Run by lab/bin/prepare with the folder to build in, after the Debian tree.
recipe=$(dirname "$0")
debian=$1/debian
layers=$1/roles
mkdir -p "$layers"

# In memory, as a layer that is written to cannot lie on another overlay, where a container's files do.
memory=$1/memory
mkdir "$memory"
mount -t tmpfs -o mode=0755 roles "$memory"
mkdir "$memory/lists" "$memory/archives"

# shellcheck disable=SC2162  # a backslash at the end continues a line
grep -v '^#' "$recipe/roles" | while read role packages; do
    own=$memory/$role
    mkdir "$own" "$own/upper" "$own/work" "$own/root"
    mount -t overlay "$role" -o "lowerdir=$debian,upperdir=$own/upper,workdir=$own/work" "$own/root"
    mount --bind "$memory/lists" "$own/root/var/lib/apt/lists"
    mount --bind "$memory/archives" "$own/root/var/cache/apt"
    mount -t proc proc "$own/root/proc"
    # Nothing is to run before a test says so.
    printf '#!/bin/sh\nexit 101\n' >"$own/root/usr/sbin/policy-rc.d"
    chmod 755 "$own/root/usr/sbin/policy-rc.d"
    # shellcheck disable=SC2086  # a list of names
    chroot "$own/root" sh -eu -s $packages <<'INSTALL'
export DEBIAN_FRONTEND=noninteractive LANG=C.UTF-8
ls /var/lib/apt/lists/*_Packages* >/dev/null 2>&1 || apt-get -q update
apt-get -qy install --no-install-recommends "$@"
rm /usr/sbin/policy-rc.d
INSTALL
    umount "$own/root/proc" "$own/root/var/cache/apt" "$own/root/var/lib/apt/lists" "$own/root"
    # Marks of what was deleted in the tree below; such a file is small, and does no harm.
    find "$own/upper" -type c -exec rm {} +
    cp -a "$own/upper" "$layers/$role"
done
umount "$memory"
rmdir "$memory"
