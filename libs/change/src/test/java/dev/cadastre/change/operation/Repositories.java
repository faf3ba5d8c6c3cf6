package dev.cadastre.change.operation;

import java.nio.file.Files;

/** Makes a repository of two packages, {@code shop} in two versions and {@code shop-data}. */
final class Repositories {

    private static final String DEB =
            """
            set -e
            mkdir -p /srv/repo
            cd /srv/repo
            deb() {
                mkdir -p build/DEBIAN build/usr/bin
                printf 'Package: %s\\nVersion: %s\\nArchitecture: all\\nMaintainer: T <t@example.com>\\nDescription: test\\n%s' "$1" "$2" "$3" >build/DEBIAN/control
                printf '#!/bin/sh\\necho %s\\n' "$2" >"build/usr/bin/$1"
                chmod 755 "build/usr/bin/$1"
                dpkg-deb -b --root-owner-group build "$1_$2.deb" >/dev/null
                rm -r build
            }
            deb shop 1.0 'Depends: shop-data
            '
            deb shop 2.0 'Depends: shop-data
            '
            deb shop-data 2.0 ''
            for file in *.deb; do
                dpkg-deb -f "$file"
                printf 'Filename: ./%s\\nSize: %s\\nSHA256: %s\\n\\n' "$file" "$(wc -c <"$file")" "$(sha256sum <"$file" | cut -d' ' -f1)"
            done >Packages
            rm -rf /etc/apt/sources.list.d/* /etc/apt/preferences.d/* /var/lib/apt/lists/*
            echo 'deb [trusted=yes] file:/srv/repo ./' >/etc/apt/sources.list
            apt-get -qq update
            """;

    private static final String RPM =
            """
            set -e
            rm -f /usr/bin/apt-get
            mkdir -p /srv/repo /tmp/build
            cd /tmp/build
            rpm() {
                printf 'Name: %s\\nVersion: %s\\nRelease: 1\\nSummary: test\\nLicense: none\\nBuildArch: noarch\\n%s\\n%%description\\ntest\\n%%install\\nmkdir -p %%{buildroot}/usr/bin\\nprintf "#!/bin/sh\\\\necho %s\\\\n" >%%{buildroot}/usr/bin/%s\\nchmod 755 %%{buildroot}/usr/bin/%s\\n%%files\\n/usr/bin/%s\\n' "$1" "$2" "$3" "$2" "$1" "$1" "$1" >spec
                rpmbuild -bb --quiet --define '_topdir /tmp/build/top' spec
            }
            # The real shell's paths are no package's here.
            echo '%__os_install_post %{nil}' >~/.rpmmacros
            rpm shop 1.0 "$(printf 'AutoReqProv: no\\nRequires: shop-data')"
            rpm shop 2.0 "$(printf 'AutoReqProv: no\\nRequires: shop-data')"
            rpm shop-data 2.0 'AutoReqProv: no'
            find top/RPMS -name '*.rpm' -exec cp {} /srv/repo/ \\;
            createrepo_c -q /srv/repo
            mkdir -p /etc/yum.repos.d
            rm -f /etc/yum.repos.d/*
            printf '[local]\\nname=local\\nbaseurl=file:///srv/repo\\ngpgcheck=0\\nenabled=1\\n' >/etc/yum.repos.d/local.repo
            printf '[main]\\nenabled=0\\n' >/etc/dnf/plugins/local.conf
            dnf -q makecache
            """;

    private Repositories() {}

    static void apt(ThrowAwayRoot root) throws Exception {
        make(root, DEB);
    }

    /** Leaves the root without apt. */
    static void dnf(ThrowAwayRoot root) throws Exception {
        make(root, RPM);
    }

    private static void make(ThrowAwayRoot root, String script) throws Exception {
        Files.writeString(root.path("/tmp/make-repository"), script);
        root.inside("exec sh /tmp/make-repository");
    }
}
