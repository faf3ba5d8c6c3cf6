package dev.cadastre.server.topology.keeping;

import dev.cadastre.server.topology.AssetName;
import dev.cadastre.server.topology.AssetQuery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads assets as they are or were. Names are those of now, or the last ones. */
@Component
public class AssetRows {

    private static final String ROWS =
            """
            from topology.asset
            left join topology.asset_state seen
              on seen.subject = number and seen.key = 'seen' and SEEN
            left join topology.asset_state told
              on told.subject = number and told.key = 'told' and TOLD
            where (seen.subject is not null or told.subject is not null)
            """;

    private final JdbcClient jdbc;

    AssetRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static String rows(@Nullable Instant at) {
        return ROWS.replace("SEEN", lasting("seen", at)).replace("TOLD", lasting("told", at));
    }

    static String lasting(String table, @Nullable Instant at) {
        return at == null
                ? table + ".until = 'infinity'"
                : "%1$s.since <= :at and %1$s.until > :at".formatted(table);
    }

    /** Those of these numbers that are, or were, there; by name. */
    public List<AssetRow> of(Collection<Integer> numbers, @Nullable Instant at) {
        return ask(
                        """
                        select number, name, environment, host, first_seen, seen.value as seen,
                               seen.since as seen_since, told.value as told,
                               told.since as told_since
                        %s and number = any(:numbers) order by name
                        """,
                        at)
                .param("numbers", numbers.stream().mapToInt(Integer::intValue).toArray())
                .query(AssetRows::row)
                .list();
    }

    /** Those with that name; the one that lives or, if none does, lived last. */
    public List<AssetRow> named(String name, @Nullable Instant at) {
        return ask(
                        """
                        select number, name, environment, host, first_seen, seen.value as seen,
                               seen.since as seen_since, told.value as told,
                               told.since as told_since
                        %s and name = :name order by retired_at desc nulls first limit 1
                        """,
                        at)
                .param("name", name)
                .query(AssetRows::row)
                .list();
    }

    /** The first by name that were there at a moment, with the part of the name and so on. */
    public List<AssetRow> then(AssetQuery query, @Nullable Collection<Integer> hosts, Instant at) {
        return ask(
                        """
                        select number, name, environment, host, first_seen, seen.value as seen,
                               seen.since as seen_since, told.value as told,
                               told.since as told_since
                        %s
                          and (cast(:kind as text) is null or starts_with(name, :kind || ':'))
                          and (cast(:environment as text) is null or environment = :environment)
                          and (cast(:text as text) is null
                               or strpos(lower(name), lower(:text)) > 0)
                          and (cast(:hosts as int[]) is null or host = any(:hosts))
                          and (cast(:after as text) is null or name > :after)
                        order by name limit :limit
                        """,
                        at)
                .param("kind", query.kind())
                .param("environment", query.environment())
                .param("text", query.text())
                .param(
                        "hosts",
                        hosts == null ? null : hosts.stream().mapToInt(Integer::intValue).toArray())
                .param("after", query.after())
                .param("limit", query.limit())
                .query(AssetRows::row)
                .list();
    }

    private JdbcClient.StatementSpec ask(String sql, @Nullable Instant at) {
        JdbcClient.StatementSpec question = jdbc.sql(sql.formatted(rows(at)));
        return at == null ? question : question.param("at", Timestamp.from(at));
    }

    private static AssetRow row(ResultSet row, int number) throws SQLException {
        String seen = row.getString("seen");
        String told = row.getString("told");
        AssetEntry entry =
                new AssetEntry(
                        row.getInt("number"),
                        AssetName.of(row.getString("name")).orElseThrow(),
                        row.getString("environment"),
                        row.getInt("host"),
                        Objects.requireNonNull(instant(row, "first_seen")),
                        seen == null ? null : MapJson.read(seen, Seen.class));
        return new AssetRow(
                entry,
                instant(row, "seen_since"),
                told == null ? Told.NOTHING : MapJson.read(told, Told.class),
                instant(row, "told_since"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
