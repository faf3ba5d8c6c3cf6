package dev.cadastre.server.topology.keeping;

import dev.cadastre.server.storage.Intervals;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of relations over time. */
@Component
public class RelationTable {

    static final String NAME = "topology.relation";

    private static final int AT_ONCE = 5_000;

    private final JdbcClient jdbc;
    private final Intervals intervals;

    RelationTable(JdbcClient jdbc, Intervals intervals) {
        this.jdbc = jdbc;
        this.intervals = intervals;
    }

    /** All that there are. */
    void each(BiConsumer<RelationKey, RelationState> target) {
        jdbc.sql("select subject, key, value from topology.relation_open")
                .withFetchSize(AT_ONCE)
                .query(row -> {
                    target.accept(
                            RelationKey.of(row.getLong("subject"), row.getString("key")),
                            MapJson.read(row.getString("value"), RelationState.class));
                });
    }

    /** Those of these that there are. */
    public Map<RelationKey, RelationState> states(Collection<RelationKey> keys) {
        Map<RelationKey, RelationState> states = new HashMap<>();
        if (keys.isEmpty()) {
            return states;
        }
        List<RelationKey> asked = List.copyOf(keys);
        jdbc.sql(
                        """
                        select known.subject, known.key, value
                        from unnest(?, ?) as told (subject, key)
                        join topology.relation_open known
                          on known.subject = told.subject and known.key = told.key
                        """)
                .param(asked.stream().mapToLong(RelationKey::source).toArray())
                .param(asked.stream().map(RelationKey::stored).toArray(String[]::new))
                .query(row -> {
                    states.put(
                            RelationKey.of(row.getLong("subject"), row.getString("key")),
                            MapJson.read(row.getString("value"), RelationState.class));
                });
        return states;
    }

    /** Makes these the states from now on; what nobody says any longer ends. */
    void change(Map<RelationKey, RelationState> changes, Instant now) {
        if (changes.isEmpty()) {
            return;
        }
        List<Map.Entry<RelationKey, RelationState>> all = List.copyOf(changes.entrySet());
        intervals.changeAll(
                NAME,
                all.stream().mapToLong(change -> change.getKey().source()).toArray(),
                all.stream().map(change -> change.getKey().stored()).toArray(String[]::new),
                all.stream().map(change -> json(change.getValue())).toArray(String[]::new),
                now);
    }

    private static @Nullable String json(RelationState state) {
        return state.stands() ? MapJson.write(state) : null;
    }

    /** Ends all relations of assets, from them and to them. */
    void end(Collection<Integer> assets, Instant now) {
        jdbc.sql(
                        """
                        update topology.relation set until = :now
                        where (subject = any(:assets) or target = any(:assets))
                          and until = 'infinity'
                        """)
                .param("now", Timestamp.from(now))
                .param("assets", assets.stream().mapToInt(Integer::intValue).toArray())
                .update();
    }
}
