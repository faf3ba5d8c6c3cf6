package dev.cadastre.versions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionSchemeTest {

    @ParameterizedTest
    @CsvSource({
        "deb, DEB",
        "rpm, RPM",
        "apk, APK",
        "pypi, PEP440",
        "npm, SEMVER",
        "golang, SEMVER",
        "cargo, SEMVER",
        "maven, MAVEN",
        "gem, GEM",
        "GEM, GEM",
    })
    void knowsTheSchemesOfPackageUrls(String type, VersionScheme scheme) {
        assertThat(VersionScheme.ofPurlType(type)).contains(scheme);
    }

    @Test
    void knowsNoSchemeOfOtherTypes() {
        assertThat(VersionScheme.ofPurlType("generic")).isEmpty();
        assertThat(VersionScheme.ofPurlType("")).isEmpty();
    }

    /** Each line from the oldest to the newest. */
    @ParameterizedTest
    @CsvSource({
        "DEB, 1.0~rc1 1.0 1.0-1~bpo12 1.0-1 1.0-1+b1 1.0a 1.0+dfsg 1.0.1 1.10 1:0.1",
        "RPM, 1.0~rc1 1.0 1.0-1 1.0-1.el9 1.0-10 1.0^git1 1.0a 1.0.1 1.10 1:0.1",
        "APK, 1.0_alpha 1.0_rc1 1.0 1.0-r1 1.0~ab 1.0_git 1.0_p1 1.0a 1.0.1 1.10 2",
        "PEP440, 1.0.dev1 1.0a1.dev1 1.0a1 1.0b2 1.0rc1 1.0 1.0+a 1.0+1 1.0.post1 1.1 1!0.1",
        "SEMVER, 1.0.0-1 1.0.0-alpha 1.0.0-alpha.1 1.0.0-alpha.beta 1.0.0-rc.1 v1.0.0 1.1 1.10.0",
        "MAVEN, 1-alpha 1-beta-2 1-m3 1-rc1 1-SNAPSHOT 1 1-sp 1-foo 1-1 1.1 1.10",
        "GEM, 1.a 1.0.b1 1.0.rc1 1.0 1.0.1.pre 1.0.1 1.10",
    })
    void ordersFromTheOldestToTheNewest(VersionScheme scheme, String line) {
        List<String> versions = List.of(line.split(" ", -1));
        for (int i = 0; i < versions.size(); i++) {
            assertThat(scheme.problem(versions.get(i))).isEmpty();
            for (int j = i + 1; j < versions.size(); j++) {
                assertThat(scheme.compare(versions.get(i), versions.get(j)))
                        .as("%s and %s", versions.get(i), versions.get(j))
                        .isNegative();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "DEB, 1.0, 0:1.00-0",
        "RPM, 1.0, 0:1_00",
        "APK, 1.10-r1, 1.10-r01",
        "PEP440, 1.0, v1.0.0",
        "PEP440, 1.0rc1, 1.0-Preview_1",
        "SEMVER, v1.2, 1.2.0+build.7",
        "MAVEN, 1.0.Final, 1-ga",
        "GEM, 1.0, 1",
        "GEM, 1-a, 1.pre.a",
    })
    void knowsDifferentSpellingsOfOneVersion(VersionScheme scheme, String a, String b) {
        assertThat(scheme.compare(a, b)).isZero();
        assertThat(scheme.comparator().compare(b, a)).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "DEB | v1.0 | 'v1.0' is no Debian version: 'v' does not fit at column 1",
                "DEB | 1.0_2 | '1.0_2' is no Debian version: '_' does not fit at column 4",
                "DEB | 1.0- | '1.0-' is no Debian version: something is missing at its end",
                "RPM | 1.0-1-2 | '1.0-1-2' is no RPM version: '-' does not fit at column 6",
                "APK | 1.0_foo | '1.0_foo' is no Alpine version: 'f' does not fit at column 5",
                "APK | 1.0-1 | '1.0-1' is no Alpine version: '-' does not fit at column 4",
                "APK | 1.0-r | '1.0-r' is no Alpine version: something is missing at its end",
                "PEP440 | 1.0-1-2 | '1.0-1-2' is no Python version: '-' does not fit at column 6",
                "SEMVER | 1.02.3 | '1.02.3' is no semantic version: '0' does not fit at column 3",
                "SEMVER | 1.0.0.1 | '1.0.0.1' is no semantic version: '.' does not fit at column 6",
                "MAVEN | 1.0/2 | '1.0/2' is no Maven version: '/' does not fit at column 4",
                "GEM | 1.0_a | '1.0_a' is no RubyGems version: '_' does not fit at column 4",
            })
    void saysWhereAStringIsNoVersion(VersionScheme scheme, String version, String problem) {
        assertThat(scheme.problem(version)).contains(problem);
        assertThat(scheme.isValid(version)).isFalse();
    }

    @Test
    void tellsProblemsInOneShortLineForATerminal() {
        assertThat(VersionScheme.DEB.problem("1\u001b[31m\n" + "x".repeat(100)).orElseThrow())
                .isEqualTo(
                        "'1?[31m?%s...' is no Debian version: '?' does not fit at column 2"
                                .formatted("x".repeat(53)));
    }

    @Test
    void admitsNoEmptyVersion() {
        assertThat(VersionScheme.values()).noneMatch(scheme -> scheme.isValid(""));
    }
}
