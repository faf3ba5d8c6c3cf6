package dev.cadastre.server.inventory.installed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.probe.PackageType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PurlsTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "DEB, Debian, libstdc++6, 12.2.0-14+deb12u1, amd64, pkg:deb/debian/libstdc%2B%2B6@12.2.0-14%2Bdeb12u1?arch=amd64",
                "DEB, -, bash, 5.2, amd64, pkg:deb/debian/bash@5.2?arch=amd64",
                "RPM, fedora, curl, 1:8.9.1-2.fc41, x86_64, pkg:rpm/fedora/curl@8.9.1-2.fc41?arch=x86_64&epoch=1",
                "RPM, -, curl, 8.9.1-2, -, pkg:rpm/curl@8.9.1-2",
                "APK, alpine, musl, 1.2.5-r0, x86_64, pkg:apk/alpine/musl@1.2.5-r0?arch=x86_64",
                "PYPI, debian, Jinja2, 3.1.4, -, pkg:pypi/jinja2@3.1.4",
                "PYPI, -, typing_extensions, 4.12, -, pkg:pypi/typing-extensions@4.12",
                "NPM, -, @types/node, 22.1.0, -, pkg:npm/%40types/node@22.1.0",
                "MAVEN, -, org.slf4j:slf4j-api, 2.0.16, -, pkg:maven/org.slf4j/slf4j-api@2.0.16",
                "GEM, -, rails, 7.2.0, -, pkg:gem/rails@7.2.0",
            })
    void writesPurlsAsTheSpecificationSays(
            PackageType type,
            @Nullable String os,
            String name,
            String version,
            @Nullable String arch,
            String purl) {
        assertThat(Purls.of(row(type, os, name, version, arch))).isEqualTo(purl);
    }

    @ParameterizedTest
    @CsvSource({"NPM, /", "NPM, @scope/", "NPM, /x", "MAVEN, ::", "GOLANG, a//", "DEB, '<b> %00'"})
    void namesEveryPackageHoweverOddItsName(PackageType type, String name) {
        assertThat(Purls.of(row(type, null, name, "1", null)))
                .matches("pkg:(" + type.purlType() + "|generic)/.+@1");
    }

    private static PackageRow row(
            PackageType type,
            @Nullable String os,
            String name,
            String version,
            @Nullable String arch) {
        return new PackageRow(
                type, Purls.namespace(type, os), name, version, arch, null, null, null, null, null);
    }
}
