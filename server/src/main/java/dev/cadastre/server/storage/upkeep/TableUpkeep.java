package dev.cadastre.server.storage.upkeep;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what PostgreSQL knows of the tables. Thread-safe. */
@Component
public class TableUpkeep {

    private static final Pattern MONTH = Pattern.compile("_(\\d{4})_(0[1-9]|1[0-2])$");

    /** A row has a head of 24 bytes, a pointer of 4, and is filled up to a multiple of 8. */
    private static final int ROW_HEAD = 32;

    private static final int PAGE = 8_192;
    private static final int PAGE_HEAD = 24;

    private final JdbcClient jdbc;

    TableUpkeep(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The months of all tables that have them, by table; also of those that have none. */
    public SortedMap<String, SortedSet<YearMonth>> months() {
        SortedMap<String, SortedSet<YearMonth>> months = new TreeMap<>();
        jdbc.sql(
                        """
                        select n.nspname || '.' || p.relname as parent, c.relname as child
                        from pg_class p
                        join pg_namespace n on n.oid = p.relnamespace
                        left join pg_inherits i on i.inhparent = p.oid
                        left join pg_class c on c.oid = i.inhrelid
                        where p.relkind = 'p' and n.nspname !~ '^(pg_|information_schema$|public$)'
                        """)
                .query(row -> {
                    SortedSet<YearMonth> known =
                            months.computeIfAbsent(row.getString("parent"), _ -> new TreeSet<>());
                    String child = row.getString("child");
                    Matcher month = MONTH.matcher(child == null ? "" : child);
                    if (month.find()) {
                        known.add(YearMonth.parse(month.group(1) + "-" + month.group(2)));
                    }
                });
        return months;
    }

    /** The same for people, by table. */
    public List<Months> divided() {
        return months().entrySet().stream()
                .map((Map.Entry<String, SortedSet<YearMonth>> table) ->
                        Months.of(table.getKey(), table.getValue()))
                .toList();
    }

    /** How the room of tables is used, the most deleted rows first, then the largest. */
    public List<TableRoom> rooms() {
        return jdbc.sql(
                        """
                        with width as (
                          select schemaname, tablename, sum((1 - null_frac) * avg_width) as bytes
                          from pg_stats where not inherited group by 1, 2),
                        part as (
                          select s.schemaname || '.' || coalesce(p.relname, s.relname) as name,
                            s.n_live_tup as live, s.n_dead_tup as dead,
                            pg_relation_size(s.relid) as bytes,
                            case when c.reltuples >= 0 and w.bytes is not null
                              then c.reltuples * (w.bytes + :head) / (:page - :pageHead) * :page
                              when c.reltuples = 0 then 0 end as used,
                            greatest(s.last_vacuum, s.last_autovacuum) as vacuumed
                          from pg_stat_user_tables s
                          join pg_class c on c.oid = s.relid
                          left join pg_inherits i on i.inhrelid = c.oid
                          left join pg_class p on p.oid = i.inhparent
                          left join width w
                            on w.schemaname = s.schemaname and w.tablename = s.relname
                          where c.relkind = 'r')
                        select name, sum(live)::bigint as live, sum(dead)::bigint as dead,
                          sum(bytes)::bigint as bytes, max(vacuumed) as vacuumed,
                          sum(greatest(0, bytes - used))::bigint as spare
                        from part group by name order by dead desc, bytes desc, name
                        """)
                .param("head", ROW_HEAD)
                .param("page", PAGE)
                .param("pageHead", PAGE_HEAD)
                .query((row, _) -> room(row))
                .list();
    }

    private static TableRoom room(ResultSet row) throws SQLException {
        long spare = row.getLong("spare");
        boolean known = !row.wasNull();
        Timestamp vacuumed = row.getTimestamp("vacuumed");
        return new TableRoom(
                row.getString("name"),
                row.getLong("live"),
                row.getLong("dead"),
                row.getLong("bytes"),
                known ? spare : null,
                vacuumed == null ? null : vacuumed.toInstant());
    }
}
