# Installs package $1 in version $2 through dpkg. A package that is there already is packed again
# with its own files, conffiles and relations, so that the upgrade takes nothing away.
set -eu
name=$1 version=$2
build=$(mktemp -d)
trap 'rm -rf "$build" "$build.deb"' EXIT
mkdir "$build/DEBIAN"
chmod 755 "$build"

if [ "$(dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null)" = installed ]; then
    dpkg-query -s "$name" | awk -v version="$version" '
        /^[^ ]/ { left_out = /^(Status|Conffiles|Version|Config-Version):/ }
        !left_out
        END { print "Version: " version }' >"$build/DEBIAN/control"
    dpkg-query -W -f '${Conffiles}\n' "$name" |
        awk 'NF > 1 && $NF != "obsolete" { print $1 }' >"$build/DEBIAN/conffiles"
    # Folders are left to dpkg: /lib, say, is one to the package and a link on the host.
    dpkg-query -L "$name" | awk '
        { path[NR] = $0; sub("/[^/]*$", ""); parent[$0] }
        END { for (i = 1; i <= NR; i++) if (path[i] != "/." && !(path[i] in parent)) print substr(path[i], 2) }
    ' | tar -C / --no-recursion --ignore-failed-read -cf - -T - | tar -C "$build" -xpf -
else
    cat >"$build/DEBIAN/control" <<CONTROL
Package: $name
Version: $version
Architecture: all
Maintainer: Laboratory <laboratory@localhost>
Description: A package of the test laboratory
CONTROL
fi
dpkg-deb --build --root-owner-group -Znone "$build" "$build.deb"
dpkg --install --force-depends "$build.deb"
