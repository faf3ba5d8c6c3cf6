# Gives a host what the jobs of the benchmark of changes need: two small packages on offer, and
# crontabs, which a minimal Debian has not.
set -eu
mkdir -p /srv/packages /var/spool/cron/crontabs
cd /srv/packages
for name in bench-base bench-tool; do
    mkdir -p "$name/DEBIAN" "$name/usr/share/$name"
    chmod 755 "$name/DEBIAN"
    echo "$name" >"$name/usr/share/$name/readme"
    cat >"$name/DEBIAN/control" <<CONTROL
Package: $name
Version: 1.0
Architecture: all
Maintainer: Laboratory <laboratory@localhost>
Description: A package of the benchmark
CONTROL
    dpkg-deb --build --root-owner-group -Znone "$name" "$name.deb" >/dev/null
    rm -r "$name"
    {
        dpkg-deb -f "$name.deb"
        echo "Filename: ./$name.deb"
        echo "Size: $(wc -c <"$name.deb")"
        echo "SHA256: $(sha256sum "$name.deb" | cut -d' ' -f1)"
        echo
    } >>Packages
done
rm -rf /etc/apt/sources.list.d/*
echo 'deb [trusted=yes] file:/srv/packages ./' >/etc/apt/sources.list
apt-get -qq update
cat >/usr/bin/crontab <<'CRONTAB'
#!/bin/sh
# crontab -l | -r | - | FILE, of root
table=/var/spool/cron/crontabs/root
case $1 in
-l) exec cat "$table" ;;
-r) exec rm -f "$table" ;;
-) cat >"$table.new" ;;
*) cat "$1" >"$table.new" ;;
esac
mv "$table.new" "$table"
CRONTAB
chmod 755 /usr/bin/crontab
