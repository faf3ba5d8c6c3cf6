package dev.cadastre.server.alerting.keeping;

import dev.cadastre.server.alerting.incident.Change;
import dev.cadastre.server.alerting.incident.Verdict;
import dev.cadastre.server.monitoring.MonitorState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What was heard and has not been considered yet. Thread-safe. */
@Component
public class HeardTable {

    private final JdbcClient jdbc;
    private final AtomicBoolean fresh = new AtomicBoolean(true);

    HeardTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A change and the id under which it waits. */
    public record Heard(long id, Change change) {}

    /** Adds changes, in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(List<Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into alerting.heard
                          (key, monitor, name, asset, environment, verdict, state, output, since,
                           at, because, reason)
                        select key, monitor, name, asset, environment, verdict, state, output,
                               since, at, because, reason
                        from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) with ordinality as told
                          (key, monitor, name, asset, environment, verdict, state, output, since,
                           at, because, reason, place)
                        order by place
                        """)
                .param(Columns.texts(changes, Change::key))
                .param(Columns.numbers(changes, Change::monitor))
                .param(Columns.texts(changes, Change::name))
                .param(Columns.texts(changes, Change::asset))
                .param(Columns.texts(changes, Change::environment))
                .param(Columns.texts(changes, one -> one.verdict().name()))
                .param(Columns.texts(changes, one -> one.state().name()))
                .param(Columns.texts(changes, Change::output))
                .param(Columns.moments(changes, Change::since))
                .param(Columns.moments(changes, Change::at))
                .param(Columns.texts(changes, Change::because))
                .param(Columns.texts(changes, Change::reason))
                .update();
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        fresh.set(true);
                    }
                });
    }

    /** Whether anything was added since this was asked, at the start too. */
    public boolean isFresh() {
        return fresh.getAndSet(false);
    }

    /** The first that wait, in their order. */
    public List<Heard> first(int limit) {
        return jdbc.sql("select * from alerting.heard order by id limit ?")
                .param(limit)
                .query(HeardTable::row)
                .list();
    }

    /** Forgets what was considered. */
    public void remove(Collection<Heard> considered) {
        jdbc.sql("delete from alerting.heard where id = any(?)")
                .param(Columns.ids(considered.stream().map(Heard::id).toList()))
                .update();
    }

    private static Heard row(ResultSet row, int number) throws SQLException {
        return new Heard(
                row.getLong("id"),
                new Change(
                        row.getString("key"),
                        Columns.number(row, "monitor"),
                        row.getString("name"),
                        row.getString("asset"),
                        row.getString("environment"),
                        Verdict.valueOf(row.getString("verdict")),
                        MonitorState.valueOf(row.getString("state")),
                        row.getString("output"),
                        row.getTimestamp("since").toInstant(),
                        row.getTimestamp("at").toInstant(),
                        row.getString("because"),
                        row.getString("reason")));
    }
}
