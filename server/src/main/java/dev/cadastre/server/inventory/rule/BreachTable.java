package dev.cadastre.server.inventory.rule;

import dev.cadastre.server.access.Reach;
import dev.cadastre.server.storage.Intervals;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of breaches. Reach is that of the environment in which the host was then. */
@Component
class BreachTable {

    private static final String TABLE = "inventory.breach";
    private static final String NOTHING = "{}";

    private static final String NOW =
            """
            (select b.key, b.since, b.until, ordinal, name, environment
             from inventory.breach b join inventory.host on ordinal = b.subject
             where b.until = 'infinity')
            """;

    private static final String THEN =
            """
            (select b.key, b.since, b.until, cast(s.subject as int) as ordinal,
                    s.value ->> 'name' as name, s.value ->> 'environment' as environment
             from inventory.breach b join inventory.host_state s on s.subject = b.subject
             where b.since <= :at and b.until > :at and s.since <= :at and s.until > :at)
            """;

    private final JdbcClient jdbc;
    private final Intervals intervals;

    BreachTable(JdbcClient jdbc, Intervals intervals) {
        this.jdbc = jdbc;
        this.intervals = intervals;
    }

    /** A breach and where it stands in the list. */
    record Row(
            String rule,
            int ordinal,
            String host,
            String environment,
            Instant since,
            @Nullable Instant until) {}

    /** A host as events name it. */
    record Named(int ordinal, String name, String environment, boolean living) {}

    /** What follows a row in the list. */
    record After(String rule, String host, int ordinal) {}

    /** The ordinals of the hosts that breach rules now, by rule. */
    Map<String, RoaringBitmap> open() {
        Map<String, RoaringBitmap> open = new HashMap<>();
        jdbc.sql("select key, subject from inventory.breach where until = 'infinity'")
                .query(row -> {
                    open.computeIfAbsent(row.getString("key"), rule -> new RoaringBitmap())
                            .add(row.getInt("subject"));
                });
        return open;
    }

    /** The same of these rules alone. */
    Map<String, RoaringBitmap> open(Collection<String> rules) {
        Map<String, RoaringBitmap> open = new HashMap<>();
        jdbc.sql(
                        """
                        select key, subject from inventory.breach
                        where until = 'infinity' and key = any(?)
                        """)
                .param(rules.toArray(String[]::new))
                .query(row -> {
                    open.computeIfAbsent(row.getString("key"), _ -> new RoaringBitmap())
                            .add(row.getInt("subject"));
                });
        return open;
    }

    /** These hosts breach the rule from now on. */
    void begin(String rule, RoaringBitmap hosts, Instant now) {
        intervals.beginOfAll(TABLE, subjects(hosts), rule, NOTHING, now);
    }

    /** These hosts breach it no longer. */
    void end(String rule, RoaringBitmap hosts, Instant now) {
        intervals.endOfAll(TABLE, subjects(hosts), rule, now);
    }

    private static long[] subjects(RoaringBitmap hosts) {
        return hosts.stream().asLongStream().toArray();
    }

    List<Named> named(RoaringBitmap hosts) {
        return jdbc.sql(
                        """
                        select ordinal, name, environment, lifecycle = 'LIVE' as living
                        from inventory.host where ordinal = any(?) order by name collate "C"
                        """)
                .param(hosts.toArray())
                .query((row, number) ->
                        new Named(
                                row.getInt("ordinal"),
                                row.getString("name"),
                                row.getString("environment"),
                                row.getBoolean("living")))
                .list();
    }

    /** How many hosts within reach breach which rule now. */
    Map<String, Long> counts(Reach reach) {
        Map<String, Long> counts = new HashMap<>();
        jdbc.sql(
                        """
                        select key, count(*) as hosts from %s b
                        where cast(:reach as text[]) is null or environment = any(:reach)
                        group by key
                        """
                                .formatted(NOW))
                .param("reach", reach.parameter())
                .query(row -> {
                    counts.put(row.getString("key"), row.getLong("hosts"));
                });
        return counts;
    }

    /** How many hosts within reach breach the rule now, by environment. */
    SortedMap<String, Long> environments(String rule, Reach reach) {
        SortedMap<String, Long> counts = new TreeMap<>();
        jdbc.sql(
                        """
                        select environment, count(*) as hosts from %s b
                        where key = :rule
                          and (cast(:reach as text[]) is null or environment = any(:reach))
                        group by environment
                        """
                                .formatted(NOW))
                .param("rule", rule)
                .param("reach", reach.parameter())
                .query(row -> {
                    counts.put(row.getString("environment"), row.getLong("hosts"));
                });
        return counts;
    }

    /** One more than the limit, if there are that many; by rule and host. */
    List<Row> find(BreachQuery query, @Nullable After after, Reach reach) {
        Instant at = query.at();
        JdbcClient.StatementSpec statement =
                jdbc.sql(
                                """
                                select * from %s b
                                where (cast(:reach as text[]) is null or environment = any(:reach))
                                  and (cast(:rule as text) is null or key = :rule)
                                  and (cast(:host as text) is null or name = :host)
                                  and (cast(:environment as text) is null
                                       or environment = :environment)
                                  and (cast(:afterRule as text) is null
                                       or (key collate "C", name collate "C", ordinal)
                                          > (:afterRule, :afterHost, :afterOrdinal))
                                order by key collate "C", name collate "C", ordinal
                                limit :limit
                                """
                                        .formatted(at == null ? NOW : THEN))
                        .param("reach", reach.parameter())
                        .param("rule", query.rule())
                        .param("host", query.host())
                        .param("environment", query.environment())
                        .param("afterRule", after == null ? null : after.rule())
                        .param("afterHost", after == null ? "" : after.host())
                        .param("afterOrdinal", after == null ? 0 : after.ordinal())
                        .param("limit", query.limit() + 1);
        return (at == null ? statement : statement.param("at", Timestamp.from(at)))
                .query(BreachTable::row)
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        Timestamp until = row.getTimestamp("until");
        return new Row(
                row.getString("key"),
                row.getInt("ordinal"),
                row.getString("name"),
                row.getString("environment"),
                row.getTimestamp("since").toInstant(),
                until.getTime() == PGStatement.DATE_POSITIVE_INFINITY ? null : until.toInstant());
    }
}
