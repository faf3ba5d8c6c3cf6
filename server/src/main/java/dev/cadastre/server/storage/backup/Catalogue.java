package dev.cadastre.server.storage.backup;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads which tables and sequences the parts have, out of PostgreSQL's own tables. */
final class Catalogue {

    private static final String TABLES =
            """
            select n.nspname, c.relname, p.relname,
                   array(
                       select a.attname::text from pg_attribute a
                       where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                         and a.attgenerated = ''
                       order by a.attnum)
            from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            left join pg_inherits i on i.inhrelid = c.oid
            left join pg_class p on p.oid = i.inhparent
            where n.nspname = any(?) and c.relkind = ?
            order by array_position(?, n.nspname::text), c.relname
            """;

    private static final String SEQUENCES =
            """
            select n.nspname, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = any(?) and c.relkind = 'S' order by 1, 2
            """;

    private static final String TABLE = "r";
    private static final String PARTITIONED = "p";

    private final Connection connection;
    private final List<String> parts;

    Catalogue(Connection connection, List<String> parts) {
        this.connection = connection;
        this.parts = parts;
    }

    /** The tables with rows of their own, partitions included. */
    List<StoredTable> tables() throws SQLException {
        return tables(TABLE);
    }

    /** The tables that have partitions. */
    List<StoredTable> partitioned() throws SQLException {
        return tables(PARTITIONED);
    }

    private List<StoredTable> tables(String kind) throws SQLException {
        Array schemas = connection.createArrayOf("text", parts.toArray());
        try (PreparedStatement statement = connection.prepareStatement(TABLES)) {
            statement.setArray(1, schemas);
            statement.setString(2, kind);
            statement.setArray(3, schemas);
            List<StoredTable> tables = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    String[] columns = (String[]) row.getArray(4).getArray();
                    tables.add(
                            new StoredTable(
                                    row.getString(1),
                                    row.getString(2),
                                    row.getString(3),
                                    Arrays.asList(columns)));
                }
            }
            return tables;
        }
    }

    /** The sequences, with where they are now, in whatever transaction. */
    List<StoredSequence> sequences() throws SQLException {
        List<StoredSequence> named = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(SEQUENCES)) {
            statement.setArray(1, connection.createArrayOf("text", parts.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    named.add(new StoredSequence(row.getString(1), row.getString(2), 1, false));
                }
            }
        }
        List<StoredSequence> read = new ArrayList<>();
        for (StoredSequence sequence : named) {
            read.add(read(sequence));
        }
        return read;
    }

    private StoredSequence read(StoredSequence sequence) throws SQLException {
        String sql = "select last_value, is_called from " + sequence.quoted();
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return new StoredSequence(
                    sequence.part(), sequence.name(), row.getLong(1), row.getBoolean(2));
        }
    }
}
