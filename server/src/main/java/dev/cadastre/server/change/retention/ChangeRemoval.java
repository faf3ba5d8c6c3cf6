package dev.cadastre.server.change.retention;

import dev.cadastre.server.change.keeping.EntryTable;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Deletes what no run needs. */
@Component
class ChangeRemoval {

    private final JdbcClient jdbc;
    private final EntryTable entries;

    ChangeRemoval(JdbcClient jdbc, EntryTable entries) {
        this.jdbc = jdbc;
        this.entries = entries;
    }

    /**
     * Forgets plans that were made before a moment, and that no run carries out.
     *
     * @return how many
     */
    @Transactional
    public int forgetPlans(Instant limit) {
        return jdbc.sql(
                        """
                        delete from change.plan
                        where made_at < ? and state <> 'LOOKING'
                          and not exists (select from change.run where run.plan = plan.id)
                        """)
                .param(Timestamp.from(limit))
                .update();
    }

    /**
     * Forgets some archives that no run is of, and that were sent and last planned before a moment,
     * with their plans; those that were sent first are the first.
     *
     * @return how many
     */
    @Transactional
    public int forgetArchives(Instant limit, int most) {
        String[] digests =
                jdbc.sql(
                                """
                                select digest from change.archive
                                where sent_at < ?
                                  and not exists (
                                    select from change.run where run.archive = archive.digest)
                                  and not exists (
                                    select from change.plan
                                    where plan.archive = archive.digest
                                      and (made_at >= ? or state = 'LOOKING'))
                                order by sent_at, digest limit ?
                                for update
                                """)
                        .param(Timestamp.from(limit))
                        .param(Timestamp.from(limit))
                        .param(most)
                        .query((row, _) -> row.getString("digest"))
                        .list()
                        .toArray(String[]::new);
        for (String table : List.of("change.plan", "change.archive_part")) {
            String column = table.equals("change.plan") ? "archive" : "digest";
            jdbc.sql("delete from %s where %s = any(?)".formatted(table, column))
                    .param(digests)
                    .update();
        }
        return jdbc.sql("delete from change.archive where digest = any(?)").param(digests).update();
    }

    /** How much all archives have. */
    long archiveBytes() {
        return jdbc.sql("select coalesce(sum(bytes), 0) from change.archive")
                .query(Long.class)
                .single();
    }

    /**
     * Forgets what the jobs of some runs printed that ended before a moment.
     *
     * @return how many runs
     */
    @Transactional
    public int forgetOutput(Instant limit, int most) {
        List<Long> runs =
                jdbc.sql(
                                """
                                select id from change.run
                                where ended_at < ? and not silent order by id limit ? for update
                                """)
                        .params(Timestamp.from(limit), most)
                        .query((row, _) -> row.getLong("id"))
                        .list();
        runs.forEach(entries::forgetOutput);
        return jdbc.sql("update change.run set silent = true where id = any(?)")
                .param(runs.toArray(Long[]::new))
                .update();
    }
}
