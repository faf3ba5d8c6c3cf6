package dev.cadastre.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that hosts gave, and answers that hosts could give. */
class OffersParserTest {

    private static Offers parsed(String text) {
        return OffersParser.parse(text).orElseThrow();
    }

    private static String said(OfferedPackage offer) {
        return "%s %s %s%s"
                .formatted(
                        offer.type().purlType(),
                        offer.name(),
                        offer.version(),
                        offer.module() ? " module" : "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    debian12  | deb base-files 12.4+deb12u15; deb postgresql-15 15.20-0+deb12u1; deb postgresql-15 15.18-0+deb12u1; deb python3 3.11.2-1+b1; deb python3.11 3.11.2-6+deb12u9; deb python3.11 3.11.2-6+deb12u8; deb ruby 1:3.1; deb ruby3.1 3.1.2-7+deb12u1
                    rocky9    | rpm java-17-openjdk-headless 1:17.0.12.0.7-2.el9; rpm nginx 2:1.20.1-20.el9; rpm nodejs 1:16.20.2-8.el9; rpm postgresql-server 13.16-1.el9; rpm python3.11 3.11.9-7.el9; rpm python3.12 3.12.5-2.el9; rpm python3 3.9.19-8.el9; rpm rocky-release 9.4-1.7.el9; rpm nodejs 20 module; rpm ruby 3.3 module
                    centos7   | rpm java-11-openjdk-headless 1:11.0.23.0.9-2.el7_9; rpm java-1.8.0-openjdk-headless 1:1.8.0.412.b08-1.el7_9; rpm python3 3.6.8-21.el7_9; rpm rh-postgresql13-postgresql-server 13.14-1.el7; rpm rh-python38-python 3.8.18-2.el7
                    alpine319 | apk python3 3.11.11-r0; apk python3 3.12.8-r1; apk postgresql16 16.6-r0; apk alpine-release 3.19.7-r0
                    """)
    void understandsWhatHostsSaid(String answer, String expected) throws IOException {
        Offers offers = parsed(Corpus.text("offers/" + answer));

        assertThat(
                        offers.packages().stream()
                                .map(OffersParserTest::said)
                                .collect(Collectors.joining("; ")))
                .isEqualTo(expected);
        assertThat(offers.managers()).hasSize(1);
        assertThat(offers.listed()).isAfter("2024-01-01T00:00:00Z");
    }

    @Test
    void tellsRepositoriesAndSources() throws IOException {
        assertThat(parsed(Corpus.text("offers/debian12")).packages())
                .filteredOn(offer -> offer.name().startsWith("python3"))
                .extracting(
                        OfferedPackage::repository,
                        OfferedPackage::source,
                        OfferedPackage::sourceVersion)
                .contains(
                        tuple(
                                "http://deb.debian.org/debian bookworm/main",
                                "python3-defaults",
                                "3.11.2-1"),
                        tuple(
                                "http://deb.debian.org/debian-security bookworm-security/main",
                                "python3.11",
                                "3.11.2-6+deb12u9"));
        Offers rocky = parsed(Corpus.text("offers/rocky9"));
        assertThat(rocky.packages().get(0).source()).isEqualTo("java-17-openjdk-headless");
        assertThat(rocky.packages().get(8).repository()).isEqualTo("Rocky Linux 9 - AppStream");
        assertThat(rocky.remarks())
                .containsExactly(
                        "dnf said: Unable to detect release version (use '--releasever' to specify"
                                + " release version)");
        assertThat(rocky.listed()).isEqualTo(Instant.ofEpochSecond(1795278061));
    }

    @Test
    void keepsNoPasswordOfARepository() throws IOException {
        Offers alpine = parsed(Corpus.text("offers/alpine319"));
        Offers old =
                parsed(
                        """
                        @offers 1
                        @apt
                        |nginx:
                        |  Version table:
                        |     1.18.0-6 0
                        |        500 http://me:secret@deb.example.org/ bullseye/main amd64 Packages
                        |        500 http://you@deb.example.org/ bullseye/main amd64 Packages
                        @end
                        """);

        assertThat(alpine.packages().get(2).repository())
                .isEqualTo("https://mirror.example.org/alpine/v3.19/main");
        assertThat(old.packages())
                .extracting(OfferedPackage::repository)
                .containsExactly("http://deb.example.org/ bullseye/main");
    }

    @Test
    void leavesOutWhatAPriorityForbidsAndWhatIsInstalledOnly() {
        Offers offers =
                parsed(
                        """
                        @offers 1
                        @apt
                        |php8.2-cli:
                        |  Installed: 8.2.1-1
                        |  Candidate: 8.2.1-1
                        |  Version table:
                        |     8.4.1-1 -1
                        |         -1 http://deb.example.org/debian sid/main amd64 Packages
                        |     8.2.20-1~bpo12+1 100
                        |        100 http://deb.example.org/debian bookworm-backports/main amd64 Packages
                        | *** 8.2.1-1 100
                        |        100 /var/lib/dpkg/status
                        @end
                        """);

        assertThat(offers.packages())
                .extracting(OffersParserTest::said)
                .containsExactly("deb php8.2-cli 8.2.20-1~bpo12+1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "This account is not available.\n",
                "@offers 1\n@manager apt\n",
                "@offers 2\n@end\n",
                "|@offers 1\n|@end\n"
            })
    void takesNothingElseForAnAnswer(String text) {
        assertThat(OffersParser.parse(text)).isEmpty();
    }

    @Test
    void boundsAndCleansWhatAHostileHostSays() {
        StringBuilder text = new StringBuilder("@offers 1\n@lists 9999999999999999\n@dnf\n");
        text.append("!\u001b[31m\n".repeat(50));
        for (int i = 0; i < 5_000; i++) {
            text.append("|a\u0007b|0|1.").append(i).append("|1|\u202erepo|\n");
        }
        text.append("|").append("x".repeat(900)).append("|0|1|1|r|\n@yum\n");
        text.append("| x".repeat(9_000)).append("\n@end\n");

        Offers offers = parsed(text.toString());

        assertThat(offers.packages()).hasSize(2_000);
        assertThat(offers.packages().get(0).name()).isEqualTo("a\uFFFDb");
        assertThat(offers.packages().get(0).repository()).isEqualTo("\uFFFDrepo");
        assertThat(offers.listed()).isNull();
        assertThat(offers.remarks()).hasSize(2);
    }

    @Provide
    Arbitrary<List<String>> blocks() {
        Arbitrary<String> lines =
                Arbitraries.of(
                        "@apt",
                        "@apt-sources",
                        "@dnf",
                        "@dnf-modules",
                        "@yum",
                        "@apk",
                        "@lists 1",
                        "@lists",
                        "|a:",
                        "|     1 500",
                        "|        500 http://x y z",
                        "|Name Stream Profiles",
                        "|a 1",
                        "|a policy:",
                        "|  1:",
                        "|    https://x",
                        "||||||",
                        "|a|1|2|3|4|5",
                        "|a\t1\t (",
                        "|.",
                        "|a.b c d",
                        "!");
        return Arbitraries.oneOf(lines, Arbitraries.strings().map(text -> "|" + text)).list();
    }

    @Property(tries = 2_000)
    void survivesAnyText(@ForAll("blocks") List<String> lines) {
        assertThat(OffersParser.parse("@offers 1\n" + String.join("\n", lines) + "\n@end\n"))
                .isPresent();
    }
}
