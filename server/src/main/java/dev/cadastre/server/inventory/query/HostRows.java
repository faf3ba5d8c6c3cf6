package dev.cadastre.server.inventory.query;

import dev.cadastre.query.Pattern;
import dev.cadastre.server.search.QueryMoment;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads when hosts were seen, how collecting them went, and where they are reached. */
@Component
class HostRows {

    private final JdbcClient jdbc;

    HostRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A host.
     *
     * @param firstSeen when it was declared or first reported
     * @param observedAt the last report, now
     */
    record Row(int host, Instant firstSeen, @Nullable Instant observedAt, String outcome) {}

    RoaringBitmap matching(Predicate<Row> fitting) {
        RoaringBitmap matching = new RoaringBitmap();
        jdbc.sql("select ordinal, first_seen, observed_at, outcome from inventory.host")
                .query(line -> {
                    if (fitting.test(row(line))) {
                        matching.add(line.getInt("ordinal"));
                    }
                });
        return matching;
    }

    private static Row row(ResultSet line) throws SQLException {
        Timestamp observed = line.getTimestamp("observed_at");
        return new Row(
                line.getInt("ordinal"),
                line.getTimestamp("first_seen").toInstant(),
                observed == null ? null : observed.toInstant(),
                line.getString("outcome"));
    }

    /** The hosts that are reached at such an address, whatever user and port stand around it. */
    RoaringBitmap addressed(List<Pattern> names, QueryMoment moment) {
        RoaringBitmap addressed = new RoaringBitmap();
        Instant at = moment.at();
        JdbcClient.StatementSpec query =
                at == null
                        ? jdbc.sql(
                                """
                                select ordinal, address from inventory.host
                                where address is not null
                                """)
                        : jdbc.sql(
                                        """
                                        select subject as ordinal, value ->> 'address' as address
                                        from inventory.host_state
                                        where since <= :at and until > :at
                                          and value ->> 'address' is not null
                                        """)
                                .param("at", Timestamp.from(at));
        query.query(line -> {
            String address = line.getString("address");
            String alone = alone(address);
            if (names.stream().anyMatch(name -> name.matches(address) || name.matches(alone))) {
                addressed.add(line.getInt("ordinal"));
            }
        });
        return addressed;
    }

    /** {@code web1} of {@code ops@web1:22}, and the address of {@code [2001:db8::1]:22}. */
    static String alone(String address) {
        String place = address.substring(address.indexOf('@') + 1);
        if (place.startsWith("[")) {
            int end = place.indexOf(']');
            return end < 0 ? place : place.substring(1, end);
        }
        int colon = place.indexOf(':');
        return colon < 0 || colon != place.lastIndexOf(':') ? place : place.substring(0, colon);
    }
}
