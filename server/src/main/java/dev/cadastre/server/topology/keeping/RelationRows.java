package dev.cadastre.server.topology.keeping;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads relations as they are or were. */
@Component
public class RelationRows {

    private static final String WITH_EITHER = "(subject = any(:assets) or target = any(:assets))";
    private static final String BETWEEN = "subject = any(:assets) and target = any(:assets)";

    private static final String FROM = "subject = any(:assets)";

    private final JdbcClient jdbc;

    RelationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those from or to some assets. */
    public List<RelationRow> around(Collection<Integer> assets, @Nullable Instant at) {
        return read(WITH_EITHER, assets, at);
    }

    /** Those from some assets to some of the same. */
    public List<RelationRow> between(Collection<Integer> assets, @Nullable Instant at) {
        return read(BETWEEN, assets, at);
    }

    /** Those from some assets. */
    public List<RelationRow> from(Collection<Integer> assets, @Nullable Instant at) {
        return read(FROM, assets, at);
    }

    private List<RelationRow> read(String which, Collection<Integer> assets, @Nullable Instant at) {
        JdbcClient.StatementSpec question =
                jdbc.sql(
                                """
                                select subject, key, value, since from topology.relation
                                where %s and %s
                                """
                                        .formatted(which, AssetRows.lasting("relation", at)))
                        .param("assets", numbers(assets));
        return (at == null ? question : question.param("at", Timestamp.from(at)))
                .query(RelationRows::row)
                .list();
    }

    /** All relations at a moment. */
    public List<RelationRow> all(Instant at) {
        return jdbc.sql(
                        """
                        select subject, key, value, since from topology.relation
                        where since <= :at and until > :at
                        """)
                .param("at", Timestamp.from(at))
                .query(RelationRows::row)
                .list();
    }

    /** When relations from some assets were first known. */
    public Map<RelationKey, Instant> firstSeen(Collection<Integer> sources) {
        Map<RelationKey, Instant> first = new HashMap<>();
        jdbc.sql(
                        """
                        select subject, key, min(since) as first from topology.relation
                        where subject = any(:assets) group by subject, key
                        """)
                .param("assets", numbers(sources))
                .query(row -> {
                    first.put(
                            RelationKey.of(row.getLong("subject"), row.getString("key")),
                            row.getTimestamp("first").toInstant());
                });
        return first;
    }

    private static long[] numbers(Collection<Integer> assets) {
        return assets.stream().mapToLong(Integer::longValue).toArray();
    }

    private static RelationRow row(ResultSet row, int number) throws SQLException {
        return new RelationRow(
                RelationKey.of(row.getLong("subject"), row.getString("key")),
                MapJson.read(row.getString("value"), RelationState.class),
                row.getTimestamp("since").toInstant());
    }
}
