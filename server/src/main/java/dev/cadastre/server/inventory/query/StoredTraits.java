package dev.cadastre.server.inventory.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads from the database where hosts belong and what they run on, now or at a moment. */
@Component
class StoredTraits {

    private static final String[] FACTS = {
        "os.id", "os.name", "os.version", "kernel.release", "kernel.arch"
    };

    private static final String VALUES =
            "select subject, key, value ->> 'value' as value, since from inventory.fact"
                    + " where key collate \"C\" = any(:keys) and ";

    private final JdbcClient jdbc;

    StoredTraits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes the place of a host. */
    @FunctionalInterface
    interface PlaceTarget {
        void put(int host, long revision, HostPlace place);
    }

    /** Takes the platform of a host. */
    @FunctionalInterface
    interface PlatformTarget {
        void put(int host, Instant since, Platform platform);
    }

    PlaceIndex places(@Nullable Instant at) {
        PlaceIndex places = new PlaceIndex();
        eachPlace(at, places::put);
        return places;
    }

    PlatformIndex platforms(@Nullable Instant at) {
        PlatformIndex platforms = new PlatformIndex();
        eachPlatform(at, platforms::put);
        return platforms;
    }

    void eachPlace(@Nullable Instant at, PlaceTarget target) {
        String now =
                "select ordinal, revision, name, environment, groups, lifecycle from inventory.host";
        String then =
                """
                select subject as ordinal, 1 as revision, value ->> 'name' as name,
                       value ->> 'environment' as environment,
                       array(select json_array_elements_text(value -> 'groups')) as groups,
                       value ->> 'lifecycle' as lifecycle
                from inventory.host_state where since <= :at and until > :at
                """;
        moment(at == null ? now : then, at)
                .query(row -> {
                    target.put(row.getInt("ordinal"), row.getLong("revision"), place(row));
                });
    }

    private static HostPlace place(ResultSet row) throws SQLException {
        return new HostPlace(
                row.getString("name"),
                row.getString("environment"),
                List.of((String[]) row.getArray("groups").getArray()),
                row.getString("lifecycle").equals("LIVE"));
    }

    void eachPlatform(@Nullable Instant at, PlatformTarget target) {
        Map<Integer, Told> told = new HashMap<>();
        moment(VALUES + StateRows.lasting(at), at)
                .param("keys", FACTS)
                .query(row -> {
                    told.computeIfAbsent(row.getInt("subject"), host -> new Told()).add(row);
                });
        told.forEach((host, each) -> target.put(host, each.since, each.platform()));
    }

    /** What the host runs on now. */
    Platform platform(int host) {
        Told told = new Told();
        jdbc.sql(VALUES + "subject = :host and until = 'infinity'")
                .param("keys", FACTS)
                .param("host", host)
                .query(row -> {
                    told.add(row);
                });
        return told.platform();
    }

    /** What a host runs on whose facts are these. */
    static Platform platform(Function<String, @Nullable String> fact) {
        return new Platform(
                new Platform.OperatingSystem(
                        fact.apply("os.id"), fact.apply("os.name"), fact.apply("os.version")),
                fact.apply("kernel.release"),
                fact.apply("kernel.arch"));
    }

    private JdbcClient.StatementSpec moment(String sql, @Nullable Instant at) {
        JdbcClient.StatementSpec query = jdbc.sql(sql);
        return at == null ? query : query.param("at", Timestamp.from(at));
    }

    /** The facts of one host. */
    private static final class Told {

        private final Map<String, String> values = new HashMap<>();
        private Instant since = Instant.EPOCH;

        void add(ResultSet row) throws SQLException {
            String value = row.getString("value");
            if (value != null) {
                values.put(row.getString("key"), value.intern());
            }
            Instant begun = row.getTimestamp("since").toInstant();
            since = begun.isAfter(since) ? begun : since;
        }

        Platform platform() {
            return StoredTraits.platform(values::get);
        }
    }
}
