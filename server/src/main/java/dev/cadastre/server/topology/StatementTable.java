package dev.cadastre.server.topology;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of what people, tools and the estate say of relations. */
@Component
class StatementTable {

    private final JdbcClient jdbc;

    StatementTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is said of these. */
    Map<RelationKey, List<Evidence>> of(Collection<RelationKey> keys) {
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
