package dev.cadastre.server.alerting.keeping;

import dev.cadastre.server.alerting.Incident;
import dev.cadastre.server.alerting.IncidentQuery;
import dev.cadastre.server.alerting.IncidentState;
import dev.cadastre.server.alerting.incident.Decision;
import dev.cadastre.server.alerting.incident.OpenIncident;
import dev.cadastre.server.monitoring.MonitorState;
import dev.cadastre.server.monitoring.window.RememberedAssets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The table of incidents. */
@Component
public class IncidentTable implements RememberedAssets {

    /** Any number that nobody else in the database locks by. */
    private static final long TURN = 0x696e636964656e74L;

    private static final String SELECT =
            """
            select incident.*,
                   (select count(*) from alerting.failure
                    where failure.incident = incident.id and until is null) as failures
            from alerting.incident
            """;

    private final JdbcClient jdbc;
    private final FailureTable failures;

    IncidentTable(JdbcClient jdbc, FailureTable failures) {
        this.jdbc = jdbc;
        this.failures = failures;
    }

    /** Waits until nobody else decides of incidents, and keeps others waiting until the end. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeTurn() {
        jdbc.sql("select pg_advisory_xact_lock(?)").param(TURN).query().listOfRows();
    }

    /** All that are not over. */
    public List<OpenIncident> open() {
        Map<Long, List<dev.cadastre.server.alerting.Failure>> open = failures.open();
        return jdbc.sql("select * from alerting.incident where state <> 'RESOLVED' order by id")
                .query((row, _) ->
                        new OpenIncident(
                                row.getLong("id"),
                                row.getString("cause"),
                                row.getString("environment"),
                                row.getString("title"),
                                MonitorState.valueOf(row.getString("severity")),
                                row.getTimestamp("opened_at").toInstant(),
                                open.getOrDefault(row.getLong("id"), List.of())))
                .list();
    }

    /** Ids for incidents to be added. */
    public List<Long> ids(int count) {
        return jdbc.sql("select nextval('alerting.incident_id') from generate_series(1, ?)")
                .param(count)
                .query((row, _) -> row.getLong(1))
                .list();
    }

    /**
     * Writes what was decided, of which all have ids.
     *
     * @param owners the teams that answer for causes, by cause
     */
    public void put(List<Decision> decided, Map<String, String> owners) {
        if (decided.isEmpty()) {
            return;
        }
        // An incident of a cause may be over and another of it begin.
        write(decided.stream().filter(one -> one.resolvedAt() != null).toList(), owners);
        write(decided.stream().filter(one -> one.resolvedAt() == null).toList(), owners);
    }

    private void write(List<Decision> some, Map<String, String> owners) {
        if (some.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into alerting.incident as known
                          (id, cause, title, environment, state, severity, opened_at, resolved_at,
                           merged_into, owner)
                        select id, cause, title, environment,
                               case when resolved_at is null then 'OPEN' else 'RESOLVED' end,
                               severity, opened_at, resolved_at, merged_into, owner
                        from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?) as told
                          (id, cause, title, environment, severity, opened_at, resolved_at,
                           merged_into, owner)
                        on conflict (id) do update
                        set title = excluded.title, severity = excluded.severity,
                            state = case when excluded.state = 'RESOLVED' then 'RESOLVED'
                                         else known.state end,
                            resolved_at = excluded.resolved_at,
                            merged_into = excluded.merged_into
                        """)
                .param(Columns.numbers(some, Decision::id))
                .param(Columns.texts(some, Decision::cause))
                .param(Columns.texts(some, Decision::title))
                .param(Columns.texts(some, Decision::environment))
                .param(Columns.texts(some, one -> one.severity().name()))
                .param(Columns.moments(some, Decision::openedAt))
                .param(Columns.moments(some, Decision::resolvedAt))
                .param(Columns.numbers(some, Decision::mergedInto))
                .param(Columns.texts(some, one -> owners.get(one.cause())))
                .update();
    }

    /** Those that are asked for and may be seen, the newest first. */
    public List<Incident> find(IncidentQuery query, String @Nullable [] environments) {
        return jdbc.sql(
                        SELECT
                                + """
                                where (cast(:environments as text[]) is null
                                       or environment = any(cast(:environments as text[])))
                                  and (cardinality(:states) = 0 or state = any(:states))
                                  and (cast(:environment as text) is null
                                       or environment = :environment)
                                  and (cast(:asset as text) is null or cause = :asset
                                       or exists (select from alerting.failure
                                                  where failure.incident = incident.id
                                                    and failure.asset = :asset))
                                  and (cast(:before as bigint) is null or id < :before)
                                order by id desc
                                limit :limit
                                """)
                .param("environments", environments)
                .param("states", Columns.names(query.states()))
                .param("environment", query.environment())
                .param("asset", query.asset())
                .param("before", query.before())
                .param("limit", query.limit())
                .query(IncidentTable::row)
                .list();
    }

    /** The one with that id. */
    public Optional<Incident> find(long id) {
        return jdbc.sql(SELECT + "where id = ?").param(id).query(IncidentTable::row).optional();
    }

    /** Where the last incident of a cause was; empty if there never was one. */
    @Override
    public Optional<String> environment(String cause) {
        return jdbc.sql(
                        """
                        select environment from alerting.incident
                        where cause = ? order by id desc limit 1
                        """)
                .param(cause)
                .query(String.class)
                .optional();
    }

    /** Those of which not all has been told. */
    public List<Incident> unsettled() {
        return jdbc.sql(SELECT + "where not settled order by id").query(IncidentTable::row).list();
    }

    /** Has nothing more told of one that is over. */
    public void settle(long id) {
        jdbc.sql(
                        """
                        update alerting.incident set settled = true
                        where id = ? and state = 'RESOLVED'
                        """)
                .param(id)
                .update();
    }

    /** Somebody looks after it. */
    public void acknowledge(long id, Instant now, String by) {
        jdbc.sql(
                        """
                        update alerting.incident
                        set state = 'ACKNOWLEDGED', acknowledged_at = ?, acknowledged_by = ?
                        where id = ?
                        """)
                .param(Columns.timestamp(now))
                .param(by)
                .param(id)
                .update();
    }

    /** Somebody says that it is over. */
    public void resolve(long id, Instant now, String by) {
        jdbc.sql(
                        """
                        update alerting.incident
                        set state = 'RESOLVED', resolved_at = ?, resolved_by = ?
                        where id = ?
                        """)
                .param(Columns.timestamp(now))
                .param(by)
                .param(id)
                .update();
    }

    /** Remembers how many monitors could not work because of causes, where that is more. */
    public void unreachable(Map<String, Integer> byCause) {
        jdbc.sql(
                        """
                        update alerting.incident known set unreachable = told.unreachable
                        from unnest(?, ?) as told (cause, unreachable)
                        where known.cause = told.cause and state <> 'RESOLVED'
                          and known.unreachable < told.unreachable
                        """)
                .param(byCause.keySet().toArray(String[]::new))
                .param(byCause.values().stream().mapToInt(Integer::intValue).toArray())
                .update();
    }

    /** Those that were over before a moment, and of which nothing is kept yet. */
    public List<Long> unkept(Instant before, int limit) {
        return jdbc.sql(
                        """
                        select id from alerting.incident
                        where kept is null and resolved_at < ?
                        order by resolved_at limit ?
                        """)
                .param(Columns.timestamp(before))
                .param(limit)
                .query((row, _) -> row.getLong(1))
                .list();
    }

    /** What was kept of one; empty if nothing was yet. */
    public Optional<String> kept(long id) {
        return jdbc.sql("select kept from alerting.incident where id = ? and kept is not null")
                .param(id)
                .query(String.class)
                .optional();
    }

    /** Keeps what was read off the register about one. */
    public void keep(long id, String json) {
        jdbc.sql("update alerting.incident set kept = cast(? as json) where id = ?")
                .param(json)
                .param(id)
                .update();
    }

    private static Incident row(ResultSet row, int number) throws SQLException {
        return new Incident(
                row.getLong("id"),
                row.getString("cause"),
                row.getString("title"),
                row.getString("environment"),
                IncidentState.valueOf(row.getString("state")),
                MonitorState.valueOf(row.getString("severity")),
                row.getTimestamp("opened_at").toInstant(),
                Columns.moment(row, "acknowledged_at"),
                row.getString("acknowledged_by"),
                Columns.moment(row, "resolved_at"),
                row.getString("resolved_by"),
                Columns.number(row, "merged_into"),
                row.getString("owner"),
                row.getInt("failures"),
                row.getInt("unreachable"));
    }
}
