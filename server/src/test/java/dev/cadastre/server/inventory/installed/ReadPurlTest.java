package dev.cadastre.server.inventory.installed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.probe.PackageType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadPurlTest {

    private static PackageRow row(String purl) {
        return switch (ReadPurl.of(purl)) {
            case ReadPurl.Known(PackageRow row) -> row;
            case ReadPurl other -> throw new AssertionError(purl + " is " + other);
        };
    }

    @ParameterizedTest
    @CsvSource({
        "pkg:deb/debian/g%2B%2B@4%3A12.2.0-3?arch=amd64, DEB, g++, 4:12.2.0-3",
        "pkg:rpm/rocky/openssl@3.0.7-24.el9?arch=x86_64&epoch=1, RPM, openssl, 1:3.0.7-24.el9",
        "pkg:apk/alpine/busybox@1.36.1-r5?arch=x86_64, APK, busybox, 1.36.1-r5",
        "pkg:pypi/django@4.2, PYPI, django, 4.2",
        "pkg:npm/%40babel/core@7.24.0, NPM, @babel/core, 7.24.0",
        "pkg:npm/left-pad@1.3.0, NPM, left-pad, 1.3.0",
        "pkg:maven/org.apache.logging.log4j/log4j-core@2.17.0, MAVEN,"
                + " org.apache.logging.log4j:log4j-core, 2.17.0",
        "pkg:gem/rails@7.1.3, GEM, rails, 7.1.3",
        "pkg:golang/golang.org/x/net@v0.17.0, GOLANG, golang.org/x/net, v0.17.0",
    })
    void readsWhatTheRegisterWritesAndWritesItAgain(
            String purl, PackageType type, String name, String version) {
        PackageRow row = row(purl);

        assertThat(row.type()).isEqualTo(type);
        assertThat(row.name()).isEqualTo(name);
        assertThat(row.version()).isEqualTo(version);
        assertThat(Purls.of(row)).isEqualTo(purl);
    }

    @ParameterizedTest
    @CsvSource({
        "pkg:deb/debian/libssl3@3.0.11-1?arch=amd64&distro=debian-12&upstream=openssl, openssl,",
        "pkg:deb/debian/libc6@2.36-9?upstream=glibc%402.36-8, glibc, 2.36-8",
        "pkg:rpm/rhel/openssl-libs@3.0.7-24.el9?upstream=openssl-3.0.7-24.el9.src.rpm, openssl,"
                + " 3.0.7-24.el9",
    })
    void readsTheSourcePackageThatScannersOfImagesTell(String purl, String name, String version) {
        assertThat(row(purl).source()).isEqualTo(name);
        assertThat(row(purl).sourceVersion()).isEqualTo(version);
    }

    @Test
    void tellsKindsThatNoHostReports() {
        assertThat(ReadPurl.of("pkg:cargo/serde@1.0.1")).isEqualTo(new ReadPurl.Foreign("cargo"));
        assertThat(ReadPurl.of("pkg:npm/left-pad")).isEqualTo(new ReadPurl.Versionless());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "openssl",
                "pkg:",
                "pkg:npm",
                "pkg:npm/@1.0",
                "http://example.com/npm/left-pad@1",
                "pkg:npm/left%00pad@1",
                "pkg:npm/left-pad@1%0A2",
                "pkg:npm/left-pad@%zz",
                "pkg:npm/left-pad@1?=x"
            })
    void refusesWhatIsNone(String purl) {
        assertThat(ReadPurl.of(purl)).isInstanceOf(ReadPurl.Broken.class);
    }

    @Test
    void refusesEndlessParts() {
        assertThat(ReadPurl.of("pkg:npm/a@" + "1".repeat(501))).isInstanceOf(ReadPurl.Broken.class);
    }
}
