# Packs what is laid out. Read by dist/build; expects $stage, $out, $version and the architectures.
#
# Files belong to root, have the times of SOURCE_DATE_EPOCH and come in the order of their names, so
# that the same files make the same package.

# Puts the tree of a package, as it lies below /, into folder $1.
tree() {
    rm -rf "$1"
    mkdir -p "$1/usr/lib" "$1/usr/bin" "$1/usr/share/doc/cadastre" "$1/etc/cadastre" "$1/etc/init.d" "$1/etc/logrotate.d" "$1/usr/lib/systemd/system" &&
        cp -a "$stage/lib" "$1/usr/lib/cadastre" &&
        cp -a "$stage/share/man" "$stage/share/bash-completion" "$1/usr/share/" &&
        cp -a "$stage/share/doc/." "$1/usr/share/doc/cadastre/" &&
        install -m 0644 "$stage/etc/cadastre.conf" "$1/etc/cadastre/cadastre.conf" &&
        install -m 0600 "$dist/files/secrets.env" "$1/etc/cadastre/secrets.env" &&
        install -m 0755 "$dist/files/cadastre.init" "$1/etc/init.d/cadastre" &&
        install -m 0644 "$dist/files/cadastre.logrotate" "$1/etc/logrotate.d/cadastre" &&
        install -m 0644 "$dist/files/cadastre.service" "$1/usr/lib/systemd/system/cadastre.service" &&
        ln -s ../lib/cadastre/bin/cadastre "$1/usr/bin/cadastre" &&
        find "$1" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
}

# Fills a template: the version, and the shell functions that every package runs.
filled() {
    awk -v version="$version" -v architecture="$architecture" -v size="${size:-}" -v account="$dist/files/account.sh" '
        function put(line) {
            gsub(/@VERSION@/, version, line); gsub(/@ARCHITECTURE@/, architecture, line)
            gsub(/@SIZE@/, size, line); print line
        }
        $0 == "@ACCOUNT@" { while ((getline line < account) > 0) put(line); next }
        { put($0) }' "$1"
}

pack_archive() {
    say "packing the archive"
    name=cadastre-$version-linux-$architecture
    tree=$out/tree/$name
    rm -rf "$tree"
    mkdir -p "$tree/service" &&
        cp -a "$stage/lib/." "$tree/" && rm -f "$tree/server.aot" "$tree/cli.aot" "$tree/trained-at" &&
        cp -a "$stage/etc" "$stage/share" "$tree/" &&
        cp "$dist/files/cadastre.service" "$dist/files/cadastre.init" "$dist/files/cadastre.logrotate" "$dist/files/secrets.env" "$tree/service/" &&
        find "$tree" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} + &&
        tar -C "$out/tree" --format=gnu --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$SOURCE_DATE_EPOCH" \
            -cf "$out/$name.tar" "$name" &&
        gzip -n ${quick:+-1} -f "$out/$name.tar" &&
        rm -rf "$tree" && finished
}

# Beside the packages lies what is the same in all of them.
finished() {
    cp "$stage/share/doc/sbom.cdx.json" "$out/sbom.cdx.json" &&
        rm -rf "$out/licences" && cp -a "$stage/share/doc/licences" "$out/licences"
}

pack_deb() {
    say "packing the .deb"
    tree=$out/tree/deb
    tree "$tree" || return 1
    # xz saves 5 MB of 165, and has people wait five times as long for the files to be unpacked.
    deb_compression="-Zzstd -z19"
    [ -z "$quick" ] || deb_compression=-Znone
    size=$(du -sk --apparent-size "$tree" | cut -f1)
    {
        printf 'Cadastre %s\n\nLicensed under the Apache License 2.0, see LICENSE; on Debian also\n/usr/share/common-licenses/Apache-2.0. The licences of its parts are in licences/.\n' "$version"
    } >"$tree/usr/share/doc/cadastre/copyright"
    # shellcheck disable=SC2086  # several flags
    mkdir "$tree/DEBIAN" &&
        for file in control postinst prerm postrm; do filled "$dist/deb/$file" >"$tree/DEBIAN/$file"; done &&
        cp "$dist/deb/conffiles" "$tree/DEBIAN/conffiles" &&
        chmod 0755 "$tree/DEBIAN/postinst" "$tree/DEBIAN/prerm" "$tree/DEBIAN/postrm" &&
        (cd "$tree" && find usr -type f | sort | xargs -d '\n' md5sum >DEBIAN/md5sums) &&
        find "$tree" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} + &&
        dpkg-deb --root-owner-group $deb_compression --build "$tree" "$out/cadastre_${version}_$architecture.deb" >&2 &&
        rm -rf "$tree" && finished
}

pack_rpm() {
    say "packing the .rpm"
    tree=$out/tree/rpm
    top=$out/tree/rpmbuild
    tree "$tree" && rm -rf "$top" && mkdir -p "$top/SPECS" || return 1
    rpm_compression=w19.zstdio
    [ -z "$quick" ] || rpm_compression=w1.gzdio
    rpm_files "$tree" >"$top/files.list"
    filled "$dist/rpm/cadastre.spec" >"$top/SPECS/cadastre.spec"
    rpmbuild -bb --quiet --target "$rpm_architecture" \
        --define "_topdir $top" --define "_tree $tree" --define "_list $top/files.list" \
        --define "_buildhost cadastre" --define "use_source_date_epoch_as_buildtime 1" \
        --define "clamp_mtime_to_source_date_epoch 1" --define "build_mtime_policy clamp_to_source_date_epoch" \
        --define "_binary_payload $rpm_compression" --define "_build_id_links none" \
        --define "__os_install_post %{nil}" --define "debug_package %{nil}" --define "_rpmdir $top" \
        "$top/SPECS/cadastre.spec" >&2 &&
        mv "$top/$rpm_architecture/cadastre-$version-1.$rpm_architecture.rpm" "$out/" &&
        rm -rf "$tree" "$top" && finished
}

# Each file with its folder's and its own rights; configuration stays as people changed it.
rpm_files() {
    echo "%defattr(-,root,root,-)"
    echo "%dir /etc/cadastre"
    echo "%dir /usr/lib/cadastre"
    echo "%config(noreplace) /etc/cadastre/cadastre.conf"
    echo "%attr(0600,root,root) %config(noreplace) /etc/cadastre/secrets.env"
    echo "%config(noreplace) /etc/logrotate.d/cadastre"
    (cd "$1" && find usr/lib/cadastre/* usr/share/doc/cadastre -type d -printf '%%dir /%p\n' | sort
    find . \( -type f -o -type l \) -printf '/%P\n' | sort | grep -v -e '^/etc/cadastre/' -e '^/etc/logrotate.d/')
}
