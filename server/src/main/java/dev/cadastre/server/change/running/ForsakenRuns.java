package dev.cadastre.server.change.running;

import dev.cadastre.server.storage.health.Examination;
import dev.cadastre.server.storage.health.Finding;
import dev.cadastre.server.storage.health.FindingKind;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Runs that have not ended, and that nobody is at work on or is asked about. */
@Component
class ForsakenRuns implements Examination {

    private static final int MOST = 100;

    private final JdbcClient jdbc;
    private final Executions executions;

    ForsakenRuns(JdbcClient jdbc, Executions executions) {
        this.jdbc = jdbc;
        this.executions = executions;
    }

    @Override
    public List<Finding> examine() {
        return jdbc
                .sql(
                        """
                        select id, change, begun_at from change.run
                        where ended_at is null and phase in ('GOING_ON', 'HALTED')
                          and offline_by = ''
                        order by id limit ?
                        """)
                .param(MOST)
                .query((row, _) ->
                        new Run(
                                row.getLong("id"),
                                row.getString("change"),
                                row.getTimestamp("begun_at").toInstant().toString()))
                .list()
                .stream()
                .filter(run -> executions.find(run.id()).isEmpty())
                .map(Run::finding)
                .toList();
    }

    private record Run(long id, String change, String begun) {

        Finding finding() {
            return Finding.warning(
                    FindingKind.RUN_FORSAKEN,
                    "run " + id,
                    "%s, begun at %s, was interrupted and holds the locks of its hosts"
                            .formatted(change, begun));
        }
    }
}
