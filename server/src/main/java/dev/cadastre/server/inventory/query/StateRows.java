package dev.cadastre.server.inventory.query;

import dev.cadastre.query.Pattern;
import dev.cadastre.server.search.QueryMoment;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the state of all hosts at a moment. Values reach SQL as parameters only. */
@Component
class StateRows {

    /** Behind every text that begins with what stands before it. */
    private static final String LAST = new String(Character.toChars(Character.MAX_CODE_POINT));

    /** The driver would keep all rows of an answer in memory, and there may be millions. */
    static final int AT_ONCE = 2_000;

    private static final String EXACTLY = "key collate \"C\" = any(:keys)";
    private static final String BEGINNING =
            "key collate \"C\" >= :from and key collate \"C\" < :to";

    private final JdbcClient jdbc;

    StateRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A value of a host.
     *
     * @param value JSON
     */
    record Row(int host, String key, String value) {}

    /** The condition for what lasts now, or lasted at {@code :at}. */
    static String lasting(@Nullable Instant at) {
        return at == null ? "until = 'infinity'" : "since <= :at and until > :at";
    }

    /** Those with one of these keys. */
    void exactly(String table, List<String> keys, QueryMoment moment, Consumer<Row> target) {
        read(table, EXACTLY, moment)
                .param("keys", keys.toArray(String[]::new))
                .query(row -> {
                    moment.deadline().check();
                    target.accept(row(row));
                });
    }

    /** Those whose key begins so. */
    void beginning(String table, String prefix, QueryMoment moment, Consumer<Row> target) {
        read(table, BEGINNING, moment)
                .param("from", prefix)
                .param("to", prefix + LAST)
                .query(row -> {
                    moment.deadline().check();
                    target.accept(row(row));
                });
    }

    /** Those whose key a pattern matches. */
    void matching(String table, Pattern key, QueryMoment moment, Consumer<Row> target) {
        if (key.isLiteral()) {
            exactly(table, List.of(key.text()), moment, target);
        } else {
            beginning(
                    table,
                    key.prefix(),
                    moment,
                    row -> {
                        if (key.matches(row.key())) {
                            target.accept(row);
                        }
                    });
        }
    }

    private JdbcClient.StatementSpec read(String table, String which, QueryMoment moment) {
        JdbcClient.StatementSpec query =
                jdbc.sql(
                                "select subject, key, value from %s where %s and %s"
                                        .formatted(table, which, lasting(moment.at())))
                        .withFetchSize(AT_ONCE);
        Instant at = moment.at();
        return at == null ? query : query.param("at", Timestamp.from(at));
    }

    /** Those of a few hosts now whose key begins so, by key; at most {@code limit} of them. */
    List<Row> ofSome(String table, RoaringBitmap hosts, String prefix, int limit) {
        return jdbc.sql(
                        """
                        select subject, key, value from %s
                        where subject = any(:hosts) and until = 'infinity' and %s
                        order by key collate "C" limit :limit
                        """
                                .formatted(table, BEGINNING))
                .param("hosts", Arrays.stream(hosts.toArray()).asLongStream().toArray())
                .param("from", prefix)
                .param("to", prefix + LAST)
                .param("limit", limit)
                .query((row, number) -> row(row))
                .list();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(row.getInt("subject"), row.getString("key"), row.getString("value"));
    }
}
