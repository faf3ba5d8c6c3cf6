package dev.cadastre.parcel.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.ini.Problem;
import dev.cadastre.parcel.Provision;
import dev.cadastre.parcel.Requirement;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ParcelDefinitionTest {

    private static final String HEAD =
            """
            [parcel]
            name = guestbook
            version = 2.0.1
            summary = A guestbook that keeps what its visitors write
            licence = Apache-2.0
            """;

    private static final String FULL =
            """
            [parcel]
            name = guestbook
            version = 2.0.1
            summary = It costs $5, or ${less}
            licence = MIT OR (Apache-2.0 WITH LLVM-exception)
            owner = payments
            provides = http
                guest-api 1.4
            requires = postgresql >= 13 as database
                redis >= 6 <8 as cache optional

            [provide http]
            port = ${http.port}
            url = http://${address}:${HTTP.port}/?a=$$

            [provide guestbook]
            title = ${title}

            [needs]
            memory = 256M
            disk = 1G
            ports = ${http.port}, 9000
            runtime = python3 >= 3.9
                openssl
            system = debian >= 12
                alpine
            arch = amd64 arm64

            [test answers]
            arguments = http://localhost:${http.port}/
            every = 5m
            verify = no

            [test deep]
            file = more/deep
            timeout = 1m30s

            [change upgrade]
            jar = files/guestbook.jar
            change = guestbook
            """;

    private static final Surroundings AROUND =
            new Surroundings(
                    Optional.of(Set.of("http.port", "title")),
                    Optional.empty(),
                    Optional.of(
                            Map.of(
                                    "changes/install.change", false,
                                    "files/guestbook.jar", false,
                                    "tests/answers", true,
                                    "tests/more/deep", true,
                                    "tests/silent", true,
                                    "tests/readme", false)),
                    Set.of("changes/install.change"));

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static <V> V at(Map<String, V> map, String key) {
        return Objects.requireNonNull(map.get(key), key);
    }

    private static ParcelDefinition read(String ini, Surroundings around) {
        DefinitionReading reading = ParcelDefinition.read(bytes(ini), Optional.empty(), around);
        assertThat(reading.problems()).isEmpty();
        return reading.definition().orElseThrow();
    }

    private static List<String> codes(String ini, Surroundings around) {
        return ParcelDefinition.read(bytes(ini), Optional.empty(), around).problems().stream()
                .map(Problem::code)
                .toList();
    }

    @Test
    void tellsWhatStandsInTheFile() {
        ParcelDefinition read = read(FULL, AROUND);

        assertThat(read.name()).isEqualTo("guestbook");
        assertThat(read.summary()).isEqualTo("It costs $5, or ${less}");
        assertThat(read.owner()).isEqualTo("payments");
        assertThat(read.provides().values())
                .containsExactly(
                        new Provision("guest-api", "1.4"),
                        new Provision("guestbook", "2.0.1"),
                        new Provision("http", "2.0.1"));
        assertThat(read.requires().values())
                .containsExactly(
                        Requirement.parse("redis >=6 <8 as cache optional"),
                        Requirement.parse("postgresql >=13 as database"));
        assertThat(read.changes())
                .isEqualTo(Map.of("upgrade", new JavaChange("files/guestbook.jar", "guestbook")));
    }

    @Test
    void putsValuesInWhenItIsDeployed() {
        ReferringText url = at(at(read(FULL, AROUND).told(), "http"), "url");

        assertThat(url.references()).containsExactly("address", "http.port");
        assertThat(url.with(Map.of("address", "${http.port}$", "http.port", "80")))
                .isEqualTo("http://${http.port}$:80/?a=$");
    }

    @Test
    void tellsWhatHostsNeed() {
        Map<String, String> texts = new TreeMap<>();
        read(FULL, AROUND)
                .needs()
                .forEach((key, text) -> texts.put(key, text.with(Map.of("http.port", "8000"))));
        Needs needs = Needs.read(texts);

        assertThat(needs.memory()).hasValue(256L << 20);
        assertThat(needs.disk()).hasValue(new Needs.Disk(1L << 30, "/"));
        assertThat(needs.ports()).containsExactly(8000, 9000);
        assertThat(needs.runtimes().toString())
                .isEqualTo("[Versions[name=python3, range=>=3.9], Versions[name=openssl, range=]]");
        assertThat(needs.systems())
                .extracting(Needs.Versions::name)
                .containsExactly("debian", "alpine");
        assertThat(needs.architectures()).containsExactly("amd64", "arm64");
    }

    @Test
    void findsTestsThatNoSectionNames() {
        Map<String, TestDefinition> tests = read(FULL, AROUND).tests();

        assertThat(tests).containsOnlyKeys("answers", "deep", "silent");
        assertThat(at(tests, "answers").verify()).isFalse();
        assertThat(at(tests, "answers").every().raw()).isEqualTo("5m");
        assertThat(at(tests, "deep").file()).isEqualTo("tests/more/deep");
        assertThat(at(tests, "silent")).isEqualTo(TestDefinition.usual("silent"));
    }

    @Test
    void checksNothingThatIsNotKnown() {
        assertThat(read(FULL, Surroundings.UNKNOWN).tests()).containsOnlyKeys("answers", "deep");
    }

    @Test
    void needsSomethingThatInstallsIt() {
        Surroundings nothing =
                new Surroundings(
                        Optional.of(Set.of()), Optional.empty(), Optional.of(Map.of()), Set.of());

        assertThat(codes(HEAD, nothing)).containsExactly("parcel.change-missing");
    }

    @Test
    void takesAllOfItsBase() {
        ParcelDefinition base =
                read(
                        """
                        [parcel]
                        name = python-site
                        version = 1.3
                        summary = A site
                        licence = MIT
                        owner = platform
                        provides = http
                            wsgi 1
                        requires = postgresql >= 12 as database
                            redis as cache
                        [provide http]
                        port = 80
                        [provide python-site]
                        x = 1
                        [needs]
                        memory = 64M
                        disk = 2G /srv
                        [test answers]
                        every = 1h
                        [test other]
                        verify = no
                        [change upgrade]
                        jar = files/site.jar
                        change = up
                        [change remove]
                        jar = files/site.jar
                        change = away
                        """,
                        Surroundings.UNKNOWN);
        ParcelDefinition own =
                read(
                        HEAD
                                + """
                                base = python-site >= 1
                                requires = postgresql >= 15 as database
                                [provide wsgi]
                                socket = /run/x
                                [needs]
                                memory = 128M
                                [test answers]
                                every = 2h
                                """,
                        new Surroundings(
                                Optional.of(Set.of()),
                                Optional.of(base),
                                Optional.of(
                                        Map.of(
                                                "changes/install.change", false,
                                                "changes/remove.change", false,
                                                "tests/answers", true,
                                                "tests/other", true,
                                                "files/site.jar", false)),
                                Set.of("changes/remove.change")));

        assertThat(own.base()).contains(Requirement.parse("python-site >=1"));
        assertThat(own.owner()).isEmpty();
        assertThat(own.provides().values())
                .containsExactly(
                        new Provision("guestbook", "2.0.1"),
                        new Provision("http", "1.3"),
                        new Provision("wsgi", "1"));
        assertThat(at(own.requires(), "database").range()).isEqualTo(">=15");
        assertThat(own.requires()).containsOnlyKeys("cache", "database");
        assertThat(own.told()).containsOnlyKeys("http", "wsgi");
        assertThat(at(own.needs(), "memory").raw()).isEqualTo("128M");
        assertThat(own.needs()).containsOnlyKeys("memory", "disk");
        assertThat(at(own.tests(), "answers").every().raw()).isEqualTo("2h");
        assertThat(at(own.tests(), "other").verify()).isFalse();
        assertThat(own.changes()).containsOnlyKeys("upgrade");
    }

    @Test
    void tellsWhatItBuildsOnBeforeAnythingElse() {
        assertThat(ParcelDefinition.base(bytes(HEAD + "base = jre >=17 <22\n")))
                .contains(Requirement.parse("jre >=17 <22"));
        assertThat(ParcelDefinition.base(bytes(HEAD))).isEmpty();
        assertThat(ParcelDefinition.base(bytes(HEAD + "base = jre optional\n"))).isEmpty();
        assertThat(ParcelDefinition.base(new byte[] {(byte) 0xFF})).isEmpty();
    }

    @Test
    void isNoLargerThanItMayBe() {
        String most = HEAD + "#".repeat(ParcelDefinition.MOST_BYTES - HEAD.length());

        assertThat(codes(most, Surroundings.UNKNOWN)).isEmpty();
        assertThat(codes(most + "#", Surroundings.UNKNOWN)).contains("parcel.too-large");
    }

    @Property(tries = 500)
    void isReadOrRefusedWhateverItIs(@ForAll("mutations") String ini) {
        for (Surroundings around : List.of(AROUND, Surroundings.UNKNOWN)) {
            DefinitionReading reading =
                    ParcelDefinition.read(bytes(ini), Optional.of(bytes(ini)), around);
            assertThat(reading.definition().isPresent())
                    .isEqualTo(reading.problems().stream().noneMatch(Problem::isError));
        }
    }

    /** The full definition with pieces of it in other places, and rubbish between. */
    @Provide
    Arbitrary<String> mutations() {
        Arbitrary<String> rubbish =
                Arbitraries.oneOf(
                        Arbitraries.of("${", "}", "$", "[", "]", "=", "\n", "\n ", ":", "as", "\0"),
                        Arbitraries.strings().ofMaxLength(4));
        Arbitrary<String> piece =
                Arbitraries.integers()
                        .between(0, FULL.length())
                        .tuple2()
                        .map(pair ->
                                FULL.substring(
                                        Math.min(pair.get1(), pair.get2()),
                                        Math.max(pair.get1(), pair.get2())));
        return Arbitraries.oneOf(piece, rubbish)
                .list()
                .ofMaxSize(6)
                .map(parts -> String.join("", parts))
                .flatMap(change ->
                        Arbitraries.integers()
                                .between(0, FULL.length())
                                .map(at -> FULL.substring(0, at) + change + FULL.substring(at)));
    }
}
