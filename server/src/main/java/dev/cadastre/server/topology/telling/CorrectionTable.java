package dev.cadastre.server.topology.telling;

import dev.cadastre.server.access.Reach;
import dev.cadastre.server.topology.AssetName;
import dev.cadastre.server.topology.RelationType;
import dev.cadastre.server.topology.keeping.RelationKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of corrections. */
@Component
class CorrectionTable {

    private static final String ROWS =
            """
            select correction.*, asset.name as asset_name, asset.environment, other.name as other
            from topology.correction
            join topology.asset on asset.number = correction.asset
            left join topology.asset other on other.number = correction.target
            """;

    private final JdbcClient jdbc;

    CorrectionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** With the numbers of its assets. */
    record Row(Correction correction, int asset, int target) {

        RelationKey key() {
            RelationType type = correction.type();
            if (type == null) {
                throw new IllegalStateException("No relation: " + correction);
            }
            return new RelationKey(asset, type, target);
        }
    }

    long add(
            Correction.Kind kind,
            int asset,
            @Nullable RelationType type,
            @Nullable Integer target,
            @Nullable String value,
            @Nullable String reason,
            String by,
            Instant now) {
        return jdbc.sql(
                        """
                        insert into topology.correction
                          (kind, asset, type, target, value, reason, made_by, made_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?) returning id
                        """)
                .param(kind.name())
                .param(asset)
                .param(type == null ? null : type.name())
                .param(target)
                .param(value)
                .param(reason)
                .param(by)
                .param(Timestamp.from(now))
                .query((row, _) -> row.getLong("id"))
                .single();
    }

    void withdraw(long id, String by, Instant now) {
        jdbc.sql(
                        """
                        update topology.correction set withdrawn_by = ?, withdrawn_at = ?
                        where id = ? and withdrawn_at is null
                        """)
                .param(by)
                .param(Timestamp.from(now))
                .param(id)
                .update();
    }

    Optional<Row> find(long id) {
        return jdbc.sql(ROWS + " where correction.id = ?")
                .param(id)
                .query(CorrectionTable::row)
                .optional();
    }

    /** Those of an asset, and of relations that start from it, that are in force; oldest first. */
    List<Row> inForce(int asset) {
        return jdbc.sql(
                        ROWS
                                + " where correction.asset = ? and withdrawn_at is null"
                                + " order by correction.id")
                .param(asset)
                .query(CorrectionTable::row)
                .list();
    }

    /** Those within reach, newest first. */
    List<Correction> page(
            @Nullable String asset,
            boolean withdrawn,
            @Nullable Long before,
            int limit,
            Reach reach) {
        return jdbc
                .sql(
                        ROWS
                                + """
                                 where (cast(:reach as text[]) is null
                                        or asset.environment = any(cast(:reach as text[])))
                                   and (cast(:asset as text) is null or asset.name = :asset
                                        or other.name = :asset)
                                   and (:withdrawn or withdrawn_at is null)
                                   and (cast(:before as bigint) is null or correction.id < :before)
                                 order by correction.id desc limit :limit
                                """)
                .param("reach", reach.parameter())
                .param("asset", asset)
                .param("withdrawn", withdrawn)
                .param("before", before)
                .param("limit", limit)
                .query(CorrectionTable::row)
                .list()
                .stream()
                .map(Row::correction)
                .toList();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        String type = row.getString("type");
        String other = row.getString("other");
        Timestamp withdrawn = row.getTimestamp("withdrawn_at");
        return new Row(
                new Correction(
                        row.getLong("id"),
                        Correction.Kind.valueOf(row.getString("kind")),
                        AssetName.of(row.getString("asset_name")).orElseThrow(),
                        row.getString("environment"),
                        type == null ? null : RelationType.valueOf(type),
                        other == null ? null : AssetName.of(other).orElseThrow(),
                        row.getString("value"),
                        row.getString("reason"),
                        row.getString("made_by"),
                        row.getTimestamp("made_at").toInstant(),
                        row.getString("withdrawn_by"),
                        withdrawn == null ? null : withdrawn.toInstant()),
                row.getInt("asset"),
                row.getInt("target"));
    }
}
