package dev.cadastre.server.inventory;

import dev.cadastre.probe.Report;
import dev.cadastre.probe.SectionOutcome;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers which source told of which section of a host, how well and when. */
@Component
class SourceTable {

    private final JdbcClient jdbc;

    SourceTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The sections of which a source that precedes {@code source} told after {@code fresh}. */
    Set<String> better(int host, Source source, Instant fresh) {
        String[] preceding =
                Arrays.stream(Source.values())
                        .filter(other -> other.precedes(source))
                        .map(Enum::name)
                        .toArray(String[]::new);
        if (preceding.length == 0) {
            return Set.of();
        }
        return jdbc
                .sql(
                        """
                        select distinct section from inventory.section
                        join inventory.observation using (host, source)
                        where host = ? and source = any(?) and observed_at > ?
                          and status <> 'ABSENT'
                        """)
                .param(host)
                .param(preceding)
                .param(Timestamp.from(fresh))
                .query((row, number) -> row.getString(1))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    /**
     * Who told what of a host, by section, the believed source first: the one that precedes among
     * those heard of after {@code fresh}, or among all if none was.
     */
    List<HostDetail.SectionSource> of(int host, Instant fresh) {
        return jdbc.sql(
                        """
                        select section, source, status, reason, observed_at,
                               row_number() over (partition by section
                                 order by observed_at <= :fresh, status = 'ABSENT',
                                   array_position(cast(:order as text[]), source)) as place
                        from inventory.section join inventory.observation using (host, source)
                        where host = :host order by section collate "C", place
                        """)
                .param("fresh", Timestamp.from(fresh))
                .param(
                        "order",
                        Arrays.stream(Source.values()).map(Enum::name).toArray(String[]::new))
                .param("host", host)
                .query((row, number) ->
                        new HostDetail.SectionSource(
                                row.getString("section"),
                                Source.valueOf(row.getString("source")),
                                row.getInt("place") == 1,
                                SectionOutcome.Status.valueOf(row.getString("status")),
                                row.getString("reason"),
                                row.getTimestamp("observed_at").toInstant()))
                .list();
    }

    /** Makes the report's sections those that the source told last. */
    void write(int host, Source source, Report report, Instant now) {
        Collection<SectionOutcome> outcomes = report.sections();
        jdbc.sql(
                        """
                        delete from inventory.section
                        where host = ? and source = ? and not section = any(?)
                        """)
                .param(host)
                .param(source.name())
                .param(names(outcomes))
                .update();
        jdbc.sql(
                        """
                        insert into inventory.section as known
                          (host, section, source, status, reason, since)
                        select distinct on (section) ?, section, ?, status, reason, ?
                        from unnest(?, ?, ?) as told (section, status, reason)
                        on conflict (host, section, source) do update
                        set status = excluded.status, reason = excluded.reason,
                            since = excluded.since
                        where known.status <> excluded.status
                           or known.reason is distinct from excluded.reason
                        """)
                .param(host)
                .param(source.name())
                .param(Timestamp.from(now))
                .param(names(outcomes))
                .param(outcomes.stream().map(o -> o.status().name()).toArray(String[]::new))
                .param(
                        outcomes.stream()
                                .map(o -> Bounded.optional(o.reason(), Bounded.VALUE))
                                .toArray(String[]::new))
                .update();
    }

    /** The one write of an unchanged report, besides that of the host itself. */
    void observe(
            int host, Source source, Instant now, Instant hostTime, String measures, String uses) {
        jdbc.sql(
                        """
                        insert into inventory.observation
                          (host, source, observed_at, host_time, measures, uses)
                        values (?, ?, ?, ?, cast(? as json), cast(? as json))
                        on conflict (host, source) do update
                        set observed_at = excluded.observed_at, host_time = excluded.host_time,
                            measures = excluded.measures, uses = excluded.uses
                        """)
                .param(host)
                .param(source.name())
                .param(Timestamp.from(now))
                .param(Timestamp.from(hostTime))
                .param(measures)
                .param(uses)
                .update();
    }

    private static String[] names(Collection<SectionOutcome> outcomes) {
        return outcomes.stream()
                .map(outcome -> Bounded.text(outcome.section().name(), Bounded.NAME))
                .toArray(String[]::new);
    }
}
