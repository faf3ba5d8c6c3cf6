package dev.cadastre.server.inventory;

import dev.cadastre.probe.Report;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
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
        return jdbc
                .sql(
                        """
                        select source, collected, absent, others, observed_at
                        from inventory.told join inventory.observation using (host, source)
                        where host = ? and source is distinct from ?
                        """)
                .param(host)
                .param(source == null ? null : source.name())
                .query((row, number) -> claims(row))
                .stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(SectionClaim::section))
                .toList();
    }

    private static List<SectionClaim> claims(ResultSet row) throws SQLException {
        Source source = Source.valueOf(row.getString("source"));
        Instant observedAt = row.getTimestamp("observed_at").toInstant();
        return sections(row).outcomes().entrySet().stream()
                .map(section ->
                        new SectionClaim(
                                section.getKey(),
                                source,
                                section.getValue().status(),
                                section.getValue().reason(),
                                observedAt))
                .toList();
    }

    private static ToldSections sections(ResultSet row) throws SQLException {
        return ToldSections.of(
                (String[]) row.getArray("collected").getArray(),
                (String[]) row.getArray("absent").getArray(),
                row.getString("others"));
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
    void write(int host, Source source, Report report) {
        ToldSections before =
                jdbc.sql(
                                """
                                select collected, absent, others from inventory.told
                                where host = ? and source = ?
                                """)
                        .param(host)
                        .param(source.name())
                        .query((row, number) -> sections(row))
                        .optional()
                        .orElse(ToldSections.NONE);
        ToldSections told = before.then(report.sections());
        jdbc.sql(
                        """
                        insert into inventory.told (host, source, collected, absent, others)
                        values (?, ?, ?, ?, cast(? as json))
                        on conflict (host, source) do update
                        set collected = excluded.collected, absent = excluded.absent,
                            others = excluded.others
                        """)
                .param(host)
                .param(source.name())
                .param(told.collected())
                .param(told.absent())
                .param(told.others())
                .update();
    }

    /** What a source told first of a host. */
    record Told(int host, Source source, Report report, String measures, String uses) {

        ToldSections sections() {
            return ToldSections.NONE.then(report.sections());
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
        List<ToldSections> sections = told.stream().map(Told::sections).toList();
        // Arrays in an array would all need the same length, and no section's name has two lines.
        jdbc.sql(
                        """
                        insert into inventory.told (host, source, collected, absent, others)
                        select host, source, string_to_array(collected, chr(10)),
                               string_to_array(absent, chr(10)), cast(others as json)
                        from unnest(?, ?, ?, ?, ?)
                          as told (host, source, collected, absent, others)
                        """)
                .param(told.stream().mapToInt(Told::host).toArray())
                .param(told.stream().map(one -> one.source().name()).toArray(String[]::new))
                .param(
                        sections.stream()
                                .map(one -> String.join("\n", one.collected()))
                                .toArray(String[]::new))
                .param(
                        sections.stream()
                                .map(one -> String.join("\n", one.absent()))
                                .toArray(String[]::new))
                .param(sections.stream().map(ToldSections::others).toArray(String[]::new))
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
}
