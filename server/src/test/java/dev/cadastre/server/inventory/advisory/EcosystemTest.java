package dev.cadastre.server.inventory.advisory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.probe.PackageType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EcosystemTest {

    @ParameterizedTest
    @CsvSource({
        "Debian:12, DEB, debian, 12",
        "Debian, DEB, debian,",
        "Ubuntu:22.04:LTS, DEB, ubuntu, 22.04",
        "Ubuntu:Pro:18.04:LTS, DEB, ubuntu, 18.04",
        "Alpine:v3.19, APK, alpine, 3.19",
        "Rocky Linux:9, RPM, rocky, 9",
        "AlmaLinux:8, RPM, almalinux, 8",
        "Red Hat:enterprise_linux:9::baseos, RPM, rhel, 9",
        "PyPI, PYPI,,",
        "npm, NPM,,",
        "Go, GOLANG,,",
        "Maven, MAVEN,,",
        "RubyGems, GEM,,"
    })
    void meansPackagesOfHosts(String name, PackageType type, String namespace, String release) {
        assertThat(Ecosystem.of(name)).contains(new Ecosystem(type, namespace, release));
    }

    @ParameterizedTest
    @ValueSource(strings = {"crates.io", "OSS-Fuzz", "Ubuntu:Pro:FIPS:20.04:LTS", "debian:12", ""})
    void meansNothingThatHostsReport(String name) {
        assertThat(Ecosystem.of(name)).isEmpty();
    }

    @Test
    void foldsNamesOfPython() {
        assertThat(Ecosystem.folded(PackageType.PYPI, "Zope.Interface__x"))
                .isEqualTo("zope-interface-x");
        assertThat(Ecosystem.folded(PackageType.NPM, "@a/B.c")).isEqualTo("@a/B.c");
    }
}
