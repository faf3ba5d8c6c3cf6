package dev.cadastre.server.storage.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Keys to other tables and indexes that no row needs to be valid: they are dropped before tables
 * are filled, and made again of all rows at once, which is several times as fast. What is dropped
 * is read from the database, whose tables this program made.
 */
record Postponed(List<String> indexes, List<String> keys) {

    private static final String FOREIGN_KEYS =
            """
            select format('alter table %s drop constraint %I', conrelid::regclass, conname),
                   format('alter table %s add constraint %I %s', conrelid::regclass, conname,
                          pg_get_constraintdef(c.oid))
            from pg_constraint c join pg_namespace n on n.oid = c.connamespace
            where n.nspname = any(?) and contype = 'f' and conparentid = 0
            order by 2
            """;

    /** Those of partitions go and come with those of their tables. */
    private static final String INDEXES =
            """
            select format('drop index %s', c.oid::regclass),
                   replace(pg_get_indexdef(c.oid), ' ON ONLY ', ' ON ')
            from pg_index i
            join pg_class c on c.oid = i.indexrelid
            join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = any(?) and not c.relispartition
              and not exists (select from pg_constraint k where k.conindid = c.oid)
            order by 2
            """;

    static Postponed drop(Connection connection, List<String> parts) throws SQLException {
        List<String> keys = drop(connection, parts, FOREIGN_KEYS);
        return new Postponed(drop(connection, parts, INDEXES), keys);
    }

    private static List<String> drop(Connection connection, List<String> parts, String found)
            throws SQLException {
        List<String> drops = new ArrayList<>();
        List<String> adds = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(found)) {
            statement.setArray(1, connection.createArrayOf("text", parts.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    drops.add(row.getString(1));
                    adds.add(row.getString(2));
                }
            }
        }
        try (Statement statement = connection.createStatement()) {
            for (String drop : drops) {
                statement.execute(drop);
            }
        }
        return adds;
    }
}
