package dev.cadastre.server.change.running;

import dev.cadastre.server.change.RunPhase;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Runs of an archive that tests write themselves, since no server leaves such behind. */
final class RunRows {

    private final JdbcClient jdbc;
    private final String archive;

    RunRows(JdbcClient jdbc, String archive) {
        this.jdbc = jdbc;
        this.archive = archive;
    }

    /**
     * One run, with a plan of its own.
     *
     * @param ended null while it has not
     * @param settled whether its end was told of
     * @param offlineBy who carries it out without the server, or nobody
     */
    void add(
            long id,
            RunPhase phase,
            Instant begun,
            @Nullable Instant ended,
            boolean settled,
            String offlineBy) {
        UUID plan = UUID.randomUUID();
        jdbc.sql("insert into change.archive values (?, 1, 'ann', now()) on conflict do nothing")
                .param(archive)
                .update();
        jdbc.sql(
                        """
                        insert into change.plan (id, archive, change, state, environments, hosts,
                          ordered, made_by, made_at)
                        values (?, ?, 'restart', 'READY', '{}', '{}', '', 'ann', now())
                        """)
                .params(plan, archive)
                .update();
        jdbc.sql(
                        """
                        insert into change.run (id, name, plan, archive, change, who, person, why,
                          environments, status, phase, reason, begun_at, ended_at, revision,
                          undoing, approved_by, settled, offline_by)
                        values (?, ?, ?, ?, 'restart', 'ann', 'ann', '', '{}', 'RUNNING', ?, '',
                          ?, ?, 1, false, '', ?, ?)
                        """)
                .params(id, archive + id, plan, archive, phase.name(), Timestamp.from(begun))
                .param(ended == null ? null : Timestamp.from(ended))
                .params(settled, offlineBy)
                .update();
    }

    /** Deletes all of the archive. */
    void forget() {
        jdbc.sql(
                        "delete from change.entry where run in"
                                + " (select id from change.run where archive = ?)")
                .param(archive)
                .update();
        jdbc.sql("delete from change.run where archive = ?").param(archive).update();
        jdbc.sql("delete from change.plan where archive = ?").param(archive).update();
        jdbc.sql("delete from change.archive where digest = ?").param(archive).update();
    }
}
