package dev.cadastre.server.change.running;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.ServerTest;
import dev.cadastre.server.change.RunPhase;
import dev.cadastre.server.storage.health.Finding;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class ForsakenRunsTest {

    private static final String ARCHIVE = "forsaken";
    private static final Instant BEGUN = Instant.parse("2026-11-23T12:00:00Z");

    @Autowired private ForsakenRuns runs;
    @Autowired private JdbcClient jdbc;

    @AfterEach
    void forget() {
        new RunRows(jdbc, ARCHIVE).forget();
    }

    private void run(long id, RunPhase phase, String offlineBy) {
        Instant ended = phase == RunPhase.FINISHED ? BEGUN : null;
        new RunRows(jdbc, ARCHIVE).add(id, phase, BEGUN, ended, true, offlineBy);
    }

    @Test
    void findsThoseThatNobodyIsAtWorkOnOrIsAskedAbout() {
        run(900_001, RunPhase.GOING_ON, "");
        run(900_002, RunPhase.HALTED, "");
        run(900_003, RunPhase.WAITING_FOR_APPROVAL, "");
        run(900_004, RunPhase.FINISHED, "");
        run(900_005, RunPhase.GOING_ON, "ann");

        assertThat(runs.examine())
                .extracting(Finding::subject)
                .filteredOn(subject -> subject.startsWith("run 90000"))
                .containsExactly("run 900001", "run 900002");
        assertThat(runs.examine())
                .extracting(Finding::what)
                .contains(
                        "restart, begun at 2026-11-23T12:00:00Z, was interrupted and holds the"
                                + " locks of its hosts");
    }
}
