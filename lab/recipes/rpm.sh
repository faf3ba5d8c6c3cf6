# The root tree of a host that knows RPM only: the Debian tree with rpm and a real RPM database,
# and without everything by which dpkg could be asked.
# Run by lab/bin/prepare with the folder to build in, after the Debian tree.
recipe=$(dirname "$0")/rpm
tree=$1/rpm

cp -a "$1/debian" "$tree"
chroot "$tree" sh -eu <<'INSTALL'
export DEBIAN_FRONTEND=noninteractive
apt-get -q update
apt-get -qy install --no-install-recommends rpm
INSTALL
rm -rf "$tree"/usr/bin/dpkg* "$tree"/usr/bin/apt* "$tree"/usr/lib/apt "$tree"/usr/lib/dpkg \
    "$tree"/usr/share/dpkg "$tree"/usr/share/python3/debpython "$tree"/var/lib/dpkg \
    "$tree"/var/lib/apt "$tree"/var/cache/apt "$tree"/etc/apt "$tree"/etc/dpkg "$tree"/etc/debian_version
rm -f "$tree/etc/os-release"
cp "$recipe/os-release" "$tree/usr/lib/os-release"
ln -s ../usr/lib/os-release "$tree/etc/os-release"

# Debian's rpm looks for its database in the user's home.
mkdir -p "$tree/etc/rpm"
echo '%_dbpath /var/lib/rpm' >>"$tree/etc/rpm/macros"

install -d "$tree/tmp/packages"
cp "$recipe/package.spec" "$tree/tmp/packages/"
grep -v '^#' "$recipe/packages" | while IFS='|' read -r name epoch version release arch vendor; do
    {
        echo "Name: $name"
        [ -z "$epoch" ] || echo "Epoch: $epoch"
        echo "Version: $version"
        echo "Release: $release"
        [ -z "$vendor" ] || echo "Vendor: $vendor"
        [ "$arch" = noarch ] && echo "BuildArch: noarch"
        cat "$recipe/package.spec"
    } >"$tree/tmp/packages/$name-$version-$release.spec"
done
rm "$tree/tmp/packages/package.spec"
chroot "$tree" sh -eu <<'BUILD'
cd /tmp/packages
for spec in *.spec; do
    rpmbuild -bb --quiet --define '_topdir /tmp/packages/build' "$spec"
done
rpm --initdb
rpm -i --nodeps --noscripts build/RPMS/*/*.rpm
ls /var/lib/rpm/rpmdb.sqlite
rpm -qa | sort
BUILD
rm -rf "$tree/tmp/packages"
