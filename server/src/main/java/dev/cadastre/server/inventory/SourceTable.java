package dev.cadastre.server.inventory;

import dev.cadastre.probe.Report;
import dev.cadastre.probe.SectionOutcome;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers which source told of which section of a host, how well and when. */
@Component
class SourceTable {

    private final JdbcClient jdbc;

    SourceTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What each source told last of that host, section by section. */
    List<SectionClaim> told(int host) {
        return toldByOthers(host, null);
    }

    /** The same without one source; for most hosts nothing. */
    List<SectionClaim> toldByOthers(int host, @Nullable Source source) {
        return jdbc.sql(
                        """
                        select section, source, status, reason, observed_at
                        from inventory.section join inventory.observation using (host, source)
                        where host = ? and source is distinct from ?
                        order by section collate "C"
                        """)
                .param(host)
                .param(source == null ? null : source.name())
                .query((row, number) ->
                        new SectionClaim(
                                row.getString("section"),
                                Source.valueOf(row.getString("source")),
                                SectionOutcome.Status.valueOf(row.getString("status")),
                                row.getString("reason"),
                                row.getTimestamp("observed_at").toInstant()))
                .list();
    }

    /** The host's own time of the last report by that source; empty if there was none. */
    Optional<Instant> hostTime(int host, Source source) {
        return jdbc.sql("select host_time from inventory.observation where host = ? and source = ?")
                .param(host)
                .param(source.name())
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    /** Makes the report's sections those that the source told last. */
    void write(int host, Source source, Report report, Instant now) {
        Collection<SectionOutcome> told = report.sections();
        // What is unchanged went as it did before.
        Collection<SectionOutcome> outcomes =
                told.stream()
                        .filter(outcome -> outcome.status() != SectionOutcome.Status.UNCHANGED)
                        .toList();
        jdbc.sql(
                        """
                        delete from inventory.section
                        where host = ? and source = ? and not section = any(?)
                        """)
                .param(host)
                .param(source.name())
                .param(names(told))
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
                .param(reasons(outcomes))
                .update();
    }

    /** What a source told first of a host. */
    record Told(int host, Source source, Report report, String measures, String uses) {

        List<SectionOutcome> sections() {
            Map<String, SectionOutcome> byName = new LinkedHashMap<>();
            report.sections()
                    .forEach(outcome -> byName.putIfAbsent(outcome.section().name(), outcome));
            return List.copyOf(byName.values());
        }
    }

    /** Writes what sources told of hosts that nothing is known of. */
    void begin(List<Told> told, Instant now) {
        jdbc.sql(
                        """
                        insert into inventory.observation
                          (host, source, observed_at, host_time, measures, uses)
                        select host, source, ?, host_time, cast(measures as json),
                               cast(uses as json)
                        from unnest(?, ?, cast(? as timestamptz[]), ?, ?)
                          as told (host, source, host_time, measures, uses)
                        """)
                .param(Timestamp.from(now))
                .param(told.stream().mapToInt(Told::host).toArray())
                .param(told.stream().map(one -> one.source().name()).toArray(String[]::new))
                .param(
                        told.stream()
                                .map(one -> Timestamp.from(one.report().hostTime()))
                                .toArray(Timestamp[]::new))
                .param(told.stream().map(Told::measures).toArray(String[]::new))
                .param(told.stream().map(Told::uses).toArray(String[]::new))
                .update();
        List<Told> ofSections = new ArrayList<>();
        List<SectionOutcome> outcomes = new ArrayList<>();
        for (Told one : told) {
            for (SectionOutcome outcome : one.sections()) {
                ofSections.add(one);
                outcomes.add(outcome);
            }
        }
        jdbc.sql(
                        """
                        insert into inventory.section (host, source, section, status, reason, since)
                        select *, ? from unnest(?, ?, ?, ?, ?)
                        """)
                .param(Timestamp.from(now))
                .param(ofSections.stream().mapToInt(Told::host).toArray())
                .param(ofSections.stream().map(one -> one.source().name()).toArray(String[]::new))
                .param(names(outcomes))
                .param(outcomes.stream().map(o -> o.status().name()).toArray(String[]::new))
                .param(reasons(outcomes))
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

    private static @Nullable String[] reasons(Collection<SectionOutcome> outcomes) {
        return outcomes.stream()
                .map(outcome -> Bounded.optional(outcome.reason(), Bounded.VALUE))
                .toArray(String[]::new);
    }
}
