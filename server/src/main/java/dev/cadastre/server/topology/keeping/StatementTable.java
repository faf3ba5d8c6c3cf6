package dev.cadastre.server.topology.keeping;

import dev.cadastre.server.topology.Evidence;
import dev.cadastre.server.topology.Origin;
import dev.cadastre.server.topology.RelationType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of what people, tools and the estate say of relations. */
@Component
public class StatementTable {

    private final JdbcClient jdbc;

    StatementTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is said of these. */
    public Map<RelationKey, List<Evidence>> of(Collection<RelationKey> keys) {
        Map<RelationKey, List<Evidence>> said = new HashMap<>();
        jdbc.sql(
                        """
                        select statement.* from topology.statement
                        join unnest(?, ?, ?) as asked (source, type, target)
                          using (source, type, target)
                        order by origin
                        """)
                .param(keys.stream().mapToInt(RelationKey::source).toArray())
                .param(keys.stream().map(key -> key.type().name()).toArray(String[]::new))
                .param(keys.stream().mapToInt(RelationKey::target).toArray())
                .query(row -> {
                    said.computeIfAbsent(key(row), _ -> new ArrayList<>()).add(evidence(row));
                });
        return said;
    }

    /**
     * Adds what is said, or counts once more what is said already.
     *
     * @param said the names of their alternatives, empty for none
     */
    public void tell(Map<RelationKey, String> said, Origin origin, String by, Instant now) {
        List<RelationKey> keys = List.copyOf(said.keySet());
        jdbc.sql(
                        """
                        insert into topology.statement as known
                          (source, type, target, origin, told_by, alternatives,
                           first_told, last_told)
                        select source, type, target, ?, ?, nullif(alternatives, ''), ?, ?
                        from unnest(?, ?, ?, ?) as said (source, type, target, alternatives)
                        on conflict (source, type, target, origin) do update
                        set told_by = excluded.told_by, alternatives = excluded.alternatives,
                            count = known.count + 1, last_told = excluded.last_told
                        """)
                .param(origin.name())
                .param(by)
                .param(Timestamp.from(now))
                .param(Timestamp.from(now))
                .param(sources(keys))
                .param(types(keys))
                .param(targets(keys))
                .param(keys.stream().map(key -> said.getOrDefault(key, "")).toArray(String[]::new))
                .update();
    }

    /** Takes back what these say. */
    public void takeBack(Collection<RelationKey> keys, Collection<Origin> origins) {
        List<RelationKey> all = List.copyOf(keys);
        jdbc.sql(
                        """
                        delete from topology.statement using
                          unnest(?, ?, ?) as asked (source, type, target)
                        where statement.source = asked.source and statement.type = asked.type
                          and statement.target = asked.target and origin = any(?)
                        """)
                .param(sources(all))
                .param(types(all))
                .param(targets(all))
                .param(origins.stream().map(Origin::name).toArray(String[]::new))
                .update();
    }

    /** Takes back all that is said of relations from and to assets. */
    public void forget(Collection<Integer> assets) {
        jdbc.sql(
                        """
                        delete from topology.statement
                        where source = any(:assets) or target = any(:assets)
                        """)
                .param("assets", assets.stream().mapToInt(Integer::intValue).toArray())
                .update();
    }

    private static int[] sources(List<RelationKey> keys) {
        return keys.stream().mapToInt(RelationKey::source).toArray();
    }

    private static String[] types(List<RelationKey> keys) {
        return keys.stream().map(key -> key.type().name()).toArray(String[]::new);
    }

    private static int[] targets(List<RelationKey> keys) {
        return keys.stream().mapToInt(RelationKey::target).toArray();
    }

    private static RelationKey key(ResultSet row) throws SQLException {
        return new RelationKey(
                row.getInt("source"),
                RelationType.valueOf(row.getString("type")),
                row.getInt("target"));
    }

    private static Evidence evidence(ResultSet row) throws SQLException {
        return new Evidence(
                Origin.valueOf(row.getString("origin")),
                row.getString("told_by"),
                null,
                null,
                null,
                null,
                row.getLong("count"),
                row.getTimestamp("first_told").toInstant(),
                row.getTimestamp("last_told").toInstant());
    }
}
