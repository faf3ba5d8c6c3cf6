package dev.cadastre.server.inventory;

import dev.cadastre.server.access.Reach;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads hosts as they are, or were at a moment, in lines of one form. Reach is that of the
 * environment in which the host was then.
 */
@Component
class HostReader {

    private static final String NOW = "inventory.host";

    /** By what hosts are now: a living one, then the one retired last. */
    private static final String LATEST_FIRST =
            """
            (select lifecycle = 'LIVE' from inventory.host where ordinal = h.ordinal) desc,
            (select retired_at from inventory.host where ordinal = h.ordinal) desc
            """;

    /** The same columns as those of the table of hosts. */
    private static final String THEN =
            """
            (select ordinal, id, s.value ->> 'name' as name,
                    s.value ->> 'environment' as environment,
                    array(select json_array_elements_text(s.value -> 'groups')) as groups,
                    s.value ->> 'address' as address,
                    cast(s.value ->> 'declared' as boolean) as declared, file, line,
                    s.value ->> 'lifecycle' as lifecycle,
                    case when s.value ->> 'lifecycle' = 'RETIRED' then s.since end as retired_at,
                    first_seen, revision, case when observed_at <= :at then observed_at end as observed_at, host_time, os_id,
                    s.value ->> 'os' as os, s.value ->> 'kernel' as kernel,
                    coalesce((select cardinality(members) + cardinality(added)
                                     - cardinality(removed)
                              from inventory.host_packages p
                              join inventory.package_set on package_set.id = set_id
                              where p.host = ordinal and p.since <= :at and p.until > :at), 0)
                      as packages,
                    outcome, outcome_since, outcome_reason, outcome_remedy, attempted_at
             from inventory.host_state s join inventory.host on ordinal = s.subject
             where s.since <= :at and s.until > :at)
            """;

    private final JdbcClient jdbc;
    private final Staleness staleness;
    private final Clock clock;

    HostReader(JdbcClient jdbc, Staleness staleness, Clock clock) {
        this.jdbc = jdbc;
        this.staleness = staleness;
        this.clock = clock;
    }

    /**
     * One more than the query's limit, if there are that many.
     *
     * @param among only some of these; null for all
     */
    List<HostRow> find(HostQuery query, @Nullable List<Integer> among, Reach reach) {
        List<String> after = Cursor.parts(query.after(), 2);
        return from(
                        query.at(),
                        """
                        select * from %s h
                        where (cast(:reach as text[]) is null or environment = any(:reach))
                          and (cast(:among as int[]) is null or ordinal = any(:among))
                          and (cast(:environment as text) is null or environment = :environment)
                          and (cast(:grouped as text) is null or :grouped = any(groups))
                          and (cast(:text as text) is null
                               or strpos(lower(name), lower(:text)) > 0)
                          and (not :failing or outcome not in ('PENDING', 'COLLECTED'))
                          and (cast(:lifecycle as text) is null or lifecycle = :lifecycle)
                          and (cast(:afterName as text) is null
                               or (name collate "C", ordinal) > (:afterName, :afterOrdinal))
                        order by name collate "C", ordinal
                        limit :limit
                        """)
                .param("reach", reach.parameter())
                .param(
                        "among",
                        among == null ? null : among.stream().mapToInt(Integer::intValue).toArray())
                .param("environment", query.environment())
                .param("grouped", query.group())
                .param("text", query.text())
                .param("failing", query.failing())
                .param("lifecycle", query.lifecycle() == null ? null : query.lifecycle().name())
                .param("afterName", after == null ? null : after.get(0))
                .param("afterOrdinal", after == null ? 0 : ordinal(query.after(), after.get(1)))
                .param("limit", query.limit() + 1)
                .query(HostRow::of)
                .list();
    }

    private static int ordinal(@Nullable String cursor, String part) {
        return Cursor.number(cursor == null ? "" : cursor, part);
    }

    /**
     * The host that has the name now, as it was; or, if there was none then, the one that had the
     * name.
     */
    Optional<HostRow> named(String name, @Nullable Instant at, Reach reach) {
        if (at == null) {
            return one(null, "name = :name", "retired_at desc nulls first", name, reach);
        }
        String presentName = "ordinal in (select ordinal from inventory.host where name = :name)";
        return one(at, presentName, LATEST_FIRST, name, reach)
                .or(() -> one(at, "name = :name", LATEST_FIRST, name, reach));
    }

    private Optional<HostRow> one(
            @Nullable Instant at, String which, String order, String name, Reach reach) {
        return from(
                        at,
                        """
                        select * from %%s h
                        where %s
                          and (cast(:reach as text[]) is null or environment = any(:reach))
                        order by %s limit 1
                        """
                                .formatted(which, order))
                .param("name", name)
                .param("reach", reach.parameter())
                .query(HostRow::of)
                .optional();
    }

    /**
     * As above.
     *
     * @throws UnknownHost if there is none
     */
    HostRow known(String name, @Nullable Instant at, Reach reach) {
        return named(name, at, reach).orElseThrow(() -> new UnknownHost(name));
    }

    List<EnvironmentNumbers> numbers(@Nullable Instant at, Reach reach) {
        return from(
                        at,
                        """
                        select environment, count(*) as hosts,
                               count(*) filter (where :now and outcome not in
                                 ('PENDING', 'COLLECTED')) as failing,
                               count(*) filter (where observed_at < :stale) as stale
                        from %s h
                        where lifecycle = 'LIVE'
                          and (cast(:reach as text[]) is null or environment = any(:reach))
                        group by environment order by environment collate "C"
                        """)
                .param("now", at == null)
                .param("stale", Timestamp.from(staleBefore(at)))
                .param("reach", reach.parameter())
                .query((row, number) ->
                        new EnvironmentNumbers(
                                row.getString("environment"),
                                row.getInt("hosts"),
                                row.getInt("failing"),
                                row.getInt("stale")))
                .list();
    }

    Instant staleBefore(@Nullable Instant at) {
        return staleness.before(at == null ? clock.instant() : at);
    }

    private JdbcClient.StatementSpec from(@Nullable Instant at, String sql) {
        return at == null
                ? jdbc.sql(sql.formatted(NOW))
                : jdbc.sql(sql.formatted(THEN)).param("at", Timestamp.from(at));
    }
}
