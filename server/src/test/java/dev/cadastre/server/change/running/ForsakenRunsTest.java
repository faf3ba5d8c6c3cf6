package dev.cadastre.server.change.running;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.ServerTest;
import dev.cadastre.server.change.RunPhase;
import dev.cadastre.server.storage.health.Finding;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class ForsakenRunsTest {

    private static final String ARCHIVE = "forsaken";

    @Autowired private ForsakenRuns runs;
    @Autowired private JdbcClient jdbc;

    @AfterEach
    void forget() {
        jdbc.sql("delete from change.run where archive = ?").param(ARCHIVE).update();
        jdbc.sql("delete from change.plan where archive = ?").param(ARCHIVE).update();
        jdbc.sql("delete from change.archive where digest = ?").param(ARCHIVE).update();
    }

    private void run(long id, RunPhase phase, String offlineBy) {
        UUID plan = UUID.randomUUID();
        jdbc.sql("insert into change.archive values (?, 1, 'ann', now()) on conflict do nothing")
                .param(ARCHIVE)
                .update();
        jdbc.sql(
                        """
                        insert into change.plan (id, archive, change, state, environments, hosts,
                          ordered, made_by, made_at)
                        values (?, ?, 'restart', 'READY', '{}', '{}', '', 'ann', now())
                        """)
                .params(plan, ARCHIVE)
                .update();
        jdbc.sql(
                        """
                        insert into change.run (id, name, plan, archive, change, who, person, why,
                          environments, status, phase, reason, begun_at, ended_at, revision,
                          undoing, approved_by, settled, offline_by)
                        values (?, ?, ?, ?, 'restart', 'ann', 'ann', '', '{}', 'RUNNING', ?, '',
                          '2026-11-23T12:00:00Z', case when ? then now() end, 1, false, '', true, ?)
                        """)
                .params(
                        id,
                        ARCHIVE + id,
                        plan,
                        ARCHIVE,
                        phase.name(),
                        phase == RunPhase.FINISHED,
                        offlineBy)
                .update();
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
