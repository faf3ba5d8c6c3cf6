package dev.cadastre.server.storage.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.storage.growth.DiskRoom;
import dev.cadastre.server.storage.upkeep.JobState;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is wrong with the disk, the clock, the home and the tables. */
class InstallationFindingsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final long GIGABYTE = 1L << 30;

    private static List<Finding> disk(long gigabytes, long free, @Nullable Duration left) {
        Instant full = left == null ? null : NOW.plus(left);
        return DiskFindings.of("/h", new DiskRoom(gigabytes * GIGABYTE, free, 1L, full), NOW);
    }

    @Test
    void findsADiskThatIsFull() {
        assertThat(disk(100, 2 * GIGABYTE, null)).isEmpty();
        assertThat(disk(10, GIGABYTE + GIGABYTE / 2, null)).isEmpty();
        assertThat(disk(100, GIGABYTE, null))
                .containsExactly(
                        Finding.warning(
                                FindingKind.DISK_LOW, "/h", "1,024 MB of 102,400 MB are free"));
        assertThat(disk(1, 1, null)).extracting(Finding::severity).containsExactly(Severity.ERROR);
    }

    @Test
    void findsADiskThatWillBe() {
        assertThat(disk(100, 50 * GIGABYTE, Duration.ofDays(31))).isEmpty();
        assertThat(disk(100, 50 * GIGABYTE, Duration.ofDays(29)))
                .containsExactly(
                        Finding.warning(
                                FindingKind.DISK_FILLING,
                                "/h",
                                "51,200 MB of 102,400 MB are free, and none at"
                                        + " 2026-12-22T12:00:00Z if it goes on"));
        assertThat(disk(100, 50 * GIGABYTE, Duration.ofDays(2)))
                .extracting(Finding::severity)
                .containsExactly(Severity.ERROR);
    }

    @Test
    void comparesItsClockWithTheDatabases() {
        assertThat(ClockFindings.of(NOW, NOW.plusSeconds(5), NOW, NOW)).isEmpty();
        assertThat(ClockFindings.of(NOW, NOW.plusSeconds(6), NOW, NOW))
                .containsExactly(
                        Finding.warning(
                                FindingKind.CLOCK_DIFFERS,
                                "database",
                                "Its clock and the server's are 6 s apart"));
        assertThat(ClockFindings.of(NOW, NOW.minusSeconds(61), NOW, NOW))
                .extracting(Finding::severity)
                .containsExactly(Severity.ERROR);
    }

    @Test
    void tellsOfABreakForADay() {
        Instant begun = NOW.minus(Duration.ofDays(9));

        assertThat(ClockFindings.of(NOW, NOW, begun, begun)).isEmpty();
        assertThat(ClockFindings.of(NOW, NOW, begun, NOW.minus(Duration.ofHours(25)))).isEmpty();
        assertThat(ClockFindings.of(NOW, NOW, begun, NOW.minus(Duration.ofHours(23))))
                .extracting(Finding::kind)
                .containsExactly(FindingKind.CLOCK_BREAK);
    }

    @Test
    void wantsTheHomeAndItsKeyForTheirOwnerAlone() {
        assertThat(
                        HomeFindings.of(
                                "/h",
                                Map.of(
                                        ".",
                                        PosixFilePermissions.fromString("rwx------"),
                                        "master.key",
                                        PosixFilePermissions.fromString("rw-------")),
                                1))
                .isEmpty();
        assertThat(
                        HomeFindings.of(
                                "/h",
                                Map.of(
                                        ".",
                                        PosixFilePermissions.fromString("rwxr-x---"),
                                        "master.key",
                                        PosixFilePermissions.fromString("rw----r--")),
                                1))
                .containsExactlyInAnyOrder(
                        Finding.error(
                                FindingKind.HOME_READABLE, "/h", "Others may use it: rwxr-x---"),
                        Finding.error(
                                FindingKind.KEY_READABLE,
                                "/h/master.key",
                                "Others may use it: rw----r--"));
    }

    @Test
    void missesTheKeyOnlyWhereItHasSealedSomething() {
        var home = Map.of(".", PosixFilePermissions.fromString("rwx------"));

        assertThat(HomeFindings.of("/h", home, 0)).isEmpty();
        assertThat(HomeFindings.of("/h", home, 3))
                .extracting(Finding::kind)
                .containsExactly(FindingKind.KEY_MISSING);
    }

    @Test
    void findsAKeyThatIsNone() {
        assertThat(HomeFindings.keyMalformed("/h"))
                .isEqualTo(
                        Finding.error(
                                FindingKind.KEY_OTHER,
                                "/h/master.key",
                                "It is no key of 32 bytes in base64"));
    }

    @Test
    void findsAKeyThatDoesNotOpenWhatIsSealed() {
        assertThat(HomeFindings.key("/h", "revisions of apps", new SealedTexts.Trial(50, 0)))
                .isEmpty();
        assertThat(HomeFindings.key("/h", "revisions of apps", new SealedTexts.Trial(50, 3)))
                .containsExactly(
                        Finding.error(
                                FindingKind.KEY_OTHER,
                                "/h/master.key",
                                "It does not open 3 of the newest 50 revisions of apps"));
    }

    @Test
    void countsWhoWaitedForAConnectionInVain() {
        assertThat(ConnectionFailures.findings(new TreeMap<>(), NOW)).isEmpty();
        assertThat(
                        ConnectionFailures.findings(
                                new TreeMap<>(Map.of(NOW.minusSeconds(7_200), 5L)), NOW))
                .extracting(Finding::severity)
                .containsExactly(Severity.WARNING);
        assertThat(
                        ConnectionFailures.findings(
                                new TreeMap<>(
                                        Map.of(
                                                NOW.minusSeconds(7_200),
                                                5L,
                                                NOW.minusSeconds(60),
                                                2L)),
                                NOW))
                .containsExactly(
                        Finding.error(
                                FindingKind.CONNECTIONS_FAILING,
                                "database",
                                "Within a day 7 waited in vain for a connection, the last at"
                                        + " 2026-11-23T11:59:00Z"));
    }

    @Test
    void namesJobsThatFailed() {
        assertThat(
                        JobHealth.findings(
                                List.of(
                                        job("a.B.run", JobState.Outcome.FAILED, "disk full"),
                                        job("a.C.run", JobState.Outcome.DONE, ""),
                                        job("a.D.run", JobState.Outcome.NONE, ""))))
                .containsExactly(
                        Finding.error(
                                FindingKind.JOB_FAILED,
                                "a.B.run",
                                "It failed at 2026-11-23T12:00:00Z: disk full"));
    }

    private static JobState job(String name, JobState.Outcome outcome, String problem) {
        return new JobState(name, List.of(), NOW, outcome, problem, null);
    }

    @Test
    void comparesTablesWithTheProgram() {
        assertThat(SchemaFindings.of(Map.of("a", "3"), Map.of("a", "3"))).isEmpty();
        assertThat(SchemaFindings.of(Map.of("a", "3", "b", "1"), Map.of("a", "4")))
                .containsExactlyInAnyOrder(
                        Finding.error(
                                FindingKind.SCHEMA_OTHER,
                                "a",
                                "Its tables have version 4, and the program knows 3"),
                        Finding.error(
                                FindingKind.SCHEMA_OTHER,
                                "b",
                                "Its tables have version 0, and the program knows 1"));
    }
}
