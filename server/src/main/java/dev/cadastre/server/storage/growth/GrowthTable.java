package dev.cadastre.server.storage.growth;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The table of samples, and what PostgreSQL tells of its tables. */
@Component
class GrowthTable {

    private final JdbcClient jdbc;

    GrowthTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What has samples. */
    record Subject(Taken.Kind kind, String name) {}

    /** Keeps what was measured, unless the day has samples, and forgets those before a moment. */
    @Transactional
    public void keep(Collection<Taken> all, Instant at, Instant limit) {
        LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
        for (Taken one : all) {
            jdbc.sql(
                            """
                            insert into storage.growth (day, kind, name, at, bytes)
                            values (?, ?, ?, ?, ?) on conflict do nothing
                            """)
                    .params(day, one.kind().name(), one.name(), Timestamp.from(at), one.bytes())
                    .update();
        }
        jdbc.sql("delete from storage.growth where at < ?").param(Timestamp.from(limit)).update();
    }

    /** The samples since a moment, the oldest of each first. */
    Map<Subject, List<Sample>> since(Instant moment) {
        Map<Subject, List<Sample>> samples = new HashMap<>();
        jdbc.sql("select kind, name, at, bytes from storage.growth where at >= ? order by at")
                .param(Timestamp.from(moment))
                .query(row -> {
                    var subject =
                            new Subject(
                                    Taken.Kind.valueOf(row.getString("kind")),
                                    row.getString("name"));
                    samples.computeIfAbsent(subject, _ -> new ArrayList<>())
                            .add(
                                    new Sample(
                                            row.getTimestamp("at").toInstant(),
                                            row.getLong("bytes")));
                });
        return samples;
    }

    /** What tables take with their indexes; partitions count for the table that has them. */
    Map<String, Long> tables() {
        Map<String, Long> sizes = new TreeMap<>();
        jdbc.sql(
                        """
                        select n.nspname || '.' || coalesce(p.relname, c.relname) as name,
                               sum(pg_total_relation_size(c.oid))::bigint as bytes
                        from pg_class c
                        join pg_namespace n on n.oid = c.relnamespace
                        left join pg_inherits i on i.inhrelid = c.oid
                        left join pg_class p on p.oid = i.inhparent
                        where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema$)'
                        group by 1
                        """)
                .query(row -> {
                    // A table that is being dropped has no size any longer.
                    sizes.put(row.getString("name"), row.getLong("bytes"));
                });
        return sizes;
    }
}
