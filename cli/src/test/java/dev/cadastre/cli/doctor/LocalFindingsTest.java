package dev.cadastre.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.cli.doctor.ServerState.Known;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LocalFindingsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final long GIGABYTE = 1L << 30;
    private static final Pattern SECTION =
            Pattern.compile("(?s)### `([a-z.-]+)`\n(.*?)(?=\n##|\\z)");

    private static HomeState home(
            String self, Map<String, String> owners, long free, Instant newest) {
        return new HomeState(
                Path.of("/h"),
                "cadastre",
                self,
                owners,
                PosixFilePermissions.fromString("rwx------"),
                PosixFilePermissions.fromString("rw-------"),
                false,
                100 * GIGABYTE,
                free,
                newest);
    }

    private static List<LocalKind> kinds(HomeState home) {
        return home.findings(NOW).stream().map(LocalFinding::kind).toList();
    }

    private static List<LocalKind> kinds(
            @Nullable Known server, @Nullable Known postmaster, @Nullable String holder) {
        return new ServerState("http://localhost:7780", "x", server, postmaster, 7780, holder, null)
                .findings().stream().map(LocalFinding::kind).toList();
    }

    @Test
    void findsNothingInAHomeThatIsWell() {
        assertThat(kinds(home("cadastre", Map.of(), 50 * GIGABYTE, NOW))).isEmpty();
        assertThat(kinds(home("root", Map.of(), 50 * GIGABYTE, NOW.plusSeconds(60)))).isEmpty();
    }

    @Test
    void wantsAHomeAndAllInItToBeOfOneOwner() {
        assertThat(kinds(home("ann", Map.of(), 50 * GIGABYTE, NOW)))
                .containsExactly(LocalKind.HOME_OWNER);
        Map<String, String> owners = Map.of("postgres", "root", "master.key", "cadastre");
        assertThat(home("root", owners, 50 * GIGABYTE, NOW).findings(NOW))
                .containsExactly(
                        LocalFinding.error(
                                LocalKind.HOME_OWNER,
                                "/h/postgres",
                                "It belongs to root, and the home to cadastre"));
    }

    @Test
    void tellsOnceThatTheHomeAloneWasGivenAway() {
        Map<String, String> owners = Map.of("postgres", "ann", "master.key", "ann");

        assertThat(home("ann", owners, 50 * GIGABYTE, NOW).findings(NOW))
                .containsExactly(
                        LocalFinding.error(
                                LocalKind.HOME_OWNER_CHANGED,
                                "/h",
                                "It belongs to cadastre, and all that is in it to ann"));
        assertThat(kinds(home("root", Map.of("a", "root", "b", "root"), 50 * GIGABYTE, NOW)))
                .as("after a start as root the home is right, and not what is in it")
                .containsExactly(LocalKind.HOME_OWNER, LocalKind.HOME_OWNER);
    }

    @Test
    void findsNoFullDiskWhereItsSizeIsNotKnown() {
        assertThat(
                        new HomeState(
                                        Path.of("/h"),
                                        "ann",
                                        "ann",
                                        Map.of(),
                                        PosixFilePermissions.fromString("rwx------"),
                                        null,
                                        false,
                                        0,
                                        0,
                                        NOW)
                                .findings(NOW))
                .isEmpty();
    }

    @Test
    void findsAFullDiskAndAClockThatWentBack() {
        assertThat(home("root", Map.of(), GIGABYTE, NOW).findings(NOW))
                .containsExactly(
                        LocalFinding.warning(
                                LocalKind.DISK_LOW, "/h", "1,024 MB of 102,400 MB are free"));
        assertThat(home("root", Map.of(), 0, NOW).findings(NOW))
                .extracting(LocalFinding::isError)
                .containsExactly(true);
        assertThat(kinds(home("root", Map.of(), 50 * GIGABYTE, NOW.plus(Duration.ofSeconds(61)))))
                .containsExactly(LocalKind.CLOCK_BEHIND);
    }

    @Test
    void tellsWhyAServerDoesNotAnswer() {
        assertThat(kinds(null, null, null)).containsExactly(LocalKind.SERVER_DOWN);
        assertThat(kinds(new Known(7, true), new Known(8, true), "java (process 7)"))
                .containsExactly(LocalKind.SERVER_SILENT);
        assertThat(kinds(new Known(7, false), new Known(8, true), "nginx (process 9)"))
                .containsExactly(
                        LocalKind.SERVER_DOWN,
                        LocalKind.SERVER_KILLED,
                        LocalKind.PORT_TAKEN,
                        LocalKind.POSTMASTER_LEFT);
        assertThat(kinds(new Known(7, false), new Known(8, false), null))
                .containsExactly(LocalKind.SERVER_DOWN, LocalKind.SERVER_KILLED);
    }

    @Test
    void findsTheLastErrorOfALog() {
        assertThat(
                        LogErrors.last(
                                """
                                ut off","message":"first","log":{"level":"ERROR"}}
                                {"@timestamp":"t1","log":{"level":"ERROR"},"message":"disk full"}
                                {"@timestamp":"t2","log":{"level":"INFO"},"message":"on"}
                                """))
                .contains("t1 disk full");
        assertThat(
                        LogErrors.last(
                                """
                                {"@timestamp":"t1","log":{"level":"ERROR"},"message":"disk full"}
                                {"@timestamp":"t2","log":{"level":"INFO"},"message":"Starting AOT-processed CadastreServer v1 using Java"}
                                """))
                .as("of the start before the last")
                .isEmpty();
        assertThat(LogErrors.last("\"ERROR\" and no JSON")).isEmpty();
        assertThat(LogErrors.last("")).isEmpty();
    }

    @Test
    void wantsLogsWhereTheServerMayWriteThem() {
        Path folder = Path.of("/var/log/cadastre");

        assertThat(logs("cadastre", "rwxr-x---", GIGABYTE)).isEmpty();
        assertThat(logs("root", "rwxrwx---", GIGABYTE)).isEmpty();
        assertThat(logs("root", "rwxr-xr-x", GIGABYTE))
                .containsExactly(
                        LocalFinding.error(
                                LocalKind.LOG_FOLDER,
                                folder.toString(),
                                "It belongs to root, who alone may write there, and the home to"
                                        + " cadastre"));
        assertThat(logs("cadastre", "rwxr-x---", 1 << 20))
                .extracting(LocalFinding::what)
                .containsExactly("1 MB of its disk are free");
    }

    private static List<LocalFinding> logs(String owner, String permissions, long free) {
        return LogFolder.findings(
                Path.of("/var/log/cadastre"),
                owner,
                "cadastre",
                PosixFilePermissions.fromString(permissions),
                free);
    }

    @Test
    void readsWhereADatabaseListens() {
        assertThat(addresses("jdbc:postgresql://db.example.com/cadastre?sslmode=verify-full"))
                .containsExactly("db.example.com:5432");
        assertThat(addresses("jdbc:postgresql://a:1,[2001:db8::1]:2,[::1]/x"))
                .containsExactly("a:1", "[2001:db8::1]:2", "[::1]:5432");
        assertThat(addresses("jdbc:postgresql:///x")).containsExactly("localhost:5432");
        assertThat(addresses("jdbc:postgresql:x")).isEmpty();
        assertThat(addresses("jdbc:postgresql://a:b:c/x")).isEmpty();
    }

    private static List<String> addresses(String url) {
        return DatabaseReach.addresses(url).stream()
                .map(address -> address.getHostString() + ":" + address.getPort())
                .toList();
    }

    @Test
    void knowsTheCachesBesideAProgram() {
        assertThat(JavaCaches.wanted(List.of("-Xmx1m", "-XX:AOTCache=/a/cli.aot", "-jar")))
                .containsExactly(Path.of("/a/cli.aot"), Path.of("/a/server.aot"));
        assertThat(JavaCaches.wanted(List.of())).isEmpty();
        assertThat(JavaCaches.missing(Path.of("/nonexistent/cli.aot")).subject())
                .isEqualTo("cli.aot");
        assertThat(JavaCaches.missing(Path.of("/a/cli.aot")).subject()).isEqualTo("/a/cli.aot");
    }

    @Test
    void hasEachCodeWithItsRemedyInTheManual() throws Exception {
        String chapter = Files.readString(Path.of("../docs/manual/29-doctor.md"));
        Map<String, String> sections =
                SECTION.matcher(chapter)
                        .results()
                        .collect(
                                Collectors.toMap(
                                        section -> section.group(1),
                                        section -> section.group(2).replaceAll("\\s+", " ")));
        for (LocalKind kind : LocalKind.values()) {
            assertThat(sections.get(kind.code()))
                    .as(kind.code())
                    .contains("What to do: " + kind.remedy());
        }
        String own = chapter.substring(chapter.indexOf("## What shows without the server"));
        Set<String> told =
                Pattern.compile("`([a-z]+\\.[a-z-]+)`[,.\n]")
                        .matcher(own)
                        .results()
                        .map((MatchResult code) -> code.group(1))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(told)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(LocalKind.values()).map(LocalKind::code).toList());
    }
}
