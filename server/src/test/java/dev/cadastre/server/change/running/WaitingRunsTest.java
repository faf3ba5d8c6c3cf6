package dev.cadastre.server.change.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.cadastre.server.ServerTest;
import dev.cadastre.server.change.RunPhase;
import dev.cadastre.server.storage.Continuity;
import dev.cadastre.server.storage.MasterKey;
import dev.cadastre.server.storage.health.Finding;
import dev.cadastre.server.storage.health.FindingKind;
import dev.cadastre.server.storage.health.SealedTexts;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Runs that wait, and what is sealed in their journals. */
@ServerTest
class WaitingRunsTest {

    private static final String ARCHIVE = "waiting";
    private static final long SEALING = 910_009;

    @Autowired private SealedJournals journals;
    @Autowired private MasterKey key;
    @Autowired private SealedBefore sealing;
    @Autowired private JdbcClient jdbc;
    @Autowired private Clock clock;

    /** As a server sees them that has run for so long. */
    private List<Finding> examined(Duration ran) {
        Instant begun = clock.instant().minus(ran);
        var continuity = new Continuity(Clock.fixed(begun, ZoneOffset.UTC), () -> 0);
        return new WaitingRuns(jdbc, clock, continuity)
                .examine().stream()
                        .filter(finding -> finding.subject().startsWith("run 91000"))
                        .toList();
    }

    @AfterEach
    void forget() {
        new RunRows(jdbc, ARCHIVE).forget();
    }

    /** One that was told of is settled; this one was not. */
    private void run(long id, RunPhase phase, Duration ago) {
        Instant moment = clock.instant().minus(ago);
        Instant ended = phase == RunPhase.FINISHED ? moment : null;
        new RunRows(jdbc, ARCHIVE).add(id, phase, moment, ended, false, "");
    }

    private void entry(long run, int number, Duration ago, String line) {
        jdbc.sql(
                        "insert into change.entry (run, number, at, kind, line) values (?, ?, ?, 'ended', ?)")
                .params(run, number, Timestamp.from(clock.instant().minus(ago)), line)
                .update();
    }

    @Test
    void findsThoseThatHaveWaitedForAPersonForADay() {
        Duration aDayAgo = Duration.ofHours(25);
        run(910_001, RunPhase.WAITING_FOR_APPROVAL, aDayAgo);
        run(910_002, RunPhase.WAITING_FOR_APPROVAL, Duration.ofHours(23));
        run(910_003, RunPhase.ASKING, aDayAgo);
        run(910_004, RunPhase.PAUSED, aDayAgo);
        entry(910_004, 1, Duration.ofHours(1), "{}");
        run(910_005, RunPhase.GOING_ON, aDayAgo);

        assertThat(examined(Duration.ZERO))
                .extracting(Finding::kind, Finding::subject)
                .containsExactly(
                        tuple(FindingKind.RUN_WAITING, "run 910001"),
                        tuple(FindingKind.RUN_WAITING, "run 910003"));
    }

    @Test
    void findsThoseWhoseEndNobodyWasTold() {
        run(910_006, RunPhase.FINISHED, Duration.ofMinutes(16));
        run(910_007, RunPhase.FINISHED, Duration.ofMinutes(14));

        assertThat(examined(Duration.ofHours(1)))
                .extracting(Finding::kind, Finding::subject)
                .containsExactly(tuple(FindingKind.ENDINGS_WAITING, "run 910006"));
        assertThat(examined(Duration.ofMinutes(14))).isEmpty();
    }

    @Test
    void triesTheKeyOnWhatJournalsHaveSealed() {
        SealedTexts.Trial before = journals.tryNewest();
        run(SEALING, RunPhase.GOING_ON, Duration.ZERO);
        String elsewhere = Base64.getEncoder().encodeToString(key.seal("another place", "secret"));
        entry(SEALING, 1, Duration.ZERO, line(sealing.seal("secret")));
        entry(SEALING, 2, Duration.ZERO, line(elsewhere));
        entry(SEALING, 3, Duration.ZERO, "{\"output\":\"x.sealed\\\":\\\"QUJD\"}");

        SealedTexts.Trial after = journals.tryNewest();

        assertThat(after.closed()).isEqualTo(before.closed() + 1);
        assertThat(after.tried()).isEqualTo(before.tried() + 2);
        assertThat(journals.what()).isEqualTo("texts in journals of runs");
    }

    private static String line(String sealed) {
        return "{\"before\":{\"content.sealed\":\"%s\",\"mode\":\"0644\"}}".formatted(sealed);
    }
}
