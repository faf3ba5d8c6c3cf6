package dev.cadastre.server.alerting.keeping;

import dev.cadastre.server.alerting.Failure;
import dev.cadastre.server.monitoring.MonitorState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of failures. */
@Component
public class FailureTable {

    private final JdbcClient jdbc;

    FailureTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A failure and its incident. */
    public record Of(long incident, Failure failure) {}

    /** Those that last, by incident. */
    public Map<Long, List<Failure>> open() {
        Map<Long, List<Failure>> open = new HashMap<>();
        jdbc.sql("select * from alerting.failure where until is null order by since, key")
                .query(row -> {
                    open.computeIfAbsent(row.getLong("incident"), _ -> new ArrayList<>())
                            .add(failure(row));
                });
        return open;
    }

    /** Those of an incident that may be seen, those that last and are worst first. */
    public List<Failure> of(long incident, String @Nullable [] environments, int limit) {
        return jdbc.sql(
                        """
                        select * from alerting.failure
                        where incident = ?
                          and (cast(? as text[]) is null or environment = any(cast(? as text[])))
                        order by until is not null,
                                 array_position(array['CRITICAL', 'UNKNOWN', 'WARNING'], state),
                                 since, key
                        limit ?
                        """)
                .param(incident)
                .param(environments)
                .param(environments)
                .param(limit)
                .query((row, _) -> failure(row))
                .list();
    }

    /** When the first failure of an incident began; empty if it has none. */
    public Optional<Instant> began(long incident) {
        return jdbc.sql("select min(since) as since from alerting.failure where incident = ?")
                .param(incident)
                .query((row, _) -> Optional.ofNullable(Columns.moment(row, "since")))
                .single();
    }

    /** Writes failures, those that are over before those that begin elsewhere. */
    public void put(List<Of> all) {
        write(all.stream().filter(one -> one.failure().until() != null).toList());
        write(all.stream().filter(one -> one.failure().until() == null).toList());
    }

    private void write(List<Of> some) {
        if (some.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into alerting.failure as known
                          (incident, key, monitor, name, asset, environment, state, output, since,
                           until, ended)
                        select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (incident, key) do update
                        set name = excluded.name, asset = excluded.asset,
                            environment = excluded.environment, state = excluded.state,
                            output = excluded.output, since = excluded.since,
                            until = excluded.until, ended = excluded.ended
                        """)
                .param(Columns.numbers(some, Of::incident))
                .param(Columns.texts(some, one -> one.failure().key()))
                .param(Columns.numbers(some, one -> one.failure().monitor()))
                .param(Columns.texts(some, one -> one.failure().name()))
                .param(Columns.texts(some, one -> one.failure().asset()))
                .param(Columns.texts(some, one -> one.failure().environment()))
                .param(Columns.texts(some, one -> one.failure().state().name()))
                .param(Columns.texts(some, one -> one.failure().output()))
                .param(Columns.moments(some, one -> one.failure().since()))
                .param(Columns.moments(some, one -> one.failure().until()))
                .param(Columns.texts(some, one -> one.failure().ended()))
                .update();
    }

    /** Ends all of an incident that last. */
    public void end(long incident, Instant now, String reason) {
        jdbc.sql(
                        """
                        update alerting.failure set until = ?, ended = ?
                        where incident = ? and until is null
                        """)
                .param(Columns.timestamp(now))
                .param(reason)
                .param(incident)
                .update();
    }

    /** When a person said of failures that they are over, by key; the last time of each. */
    public Map<String, Instant> dismissed(Collection<String> keys) {
        Map<String, Instant> dismissed = new HashMap<>();
        jdbc.sql(
                        """
                        select key, max(until) as until
                        from alerting.failure failure
                          join alerting.incident incident on incident.id = failure.incident
                        where key = any(?) and until = resolved_at and resolved_by is not null
                        group by key
                        """)
                .param(keys.toArray(String[]::new))
                .query(row -> {
                    dismissed.put(row.getString("key"), row.getTimestamp("until").toInstant());
                });
        return dismissed;
    }

    private static Failure failure(ResultSet row) throws SQLException {
        return new Failure(
                row.getString("key"),
                Columns.number(row, "monitor"),
                row.getString("name"),
                row.getString("asset"),
                row.getString("environment"),
                MonitorState.valueOf(row.getString("state")),
                row.getString("output"),
                row.getTimestamp("since").toInstant(),
                Columns.moment(row, "until"),
                row.getString("ended"));
    }
}
