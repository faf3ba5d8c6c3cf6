package dev.cadastre.server.storage.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * All tables as they were at one moment, whatever is written meanwhile. None of them is dropped as
 * long as it is open; only the tables with rows are held, never those that have partitions, so that
 * months can begin. Not thread-safe.
 */
final class Snapshot implements AutoCloseable {

    private static final String TABLE_GONE = "42P01";
    private static final int ATTEMPTS = 5;
    private static final int DECIMAL = 10_000;

    private final Connection connection;
    private final List<String> parts;
    private final List<StoredTable> tables;

    private Snapshot(Connection connection, List<String> parts, List<StoredTable> tables) {
        this.connection = connection;
        this.parts = parts;
        this.tables = tables;
    }

    /** Shows the moment at which it is called. */
    static Snapshot open(Database database, List<String> parts) throws SQLException {
        Connection connection = database.open();
        try {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            return new Snapshot(connection, parts, held(connection, parts));
        } catch (SQLException e) {
            giveBack(connection);
            throw e;
        }
    }

    /** A partition may be dropped between being listed and being held. */
    private static List<StoredTable> held(Connection connection, List<String> parts)
            throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("set local lock_timeout = '60s'");
                List<StoredTable> tables = new Catalogue(connection, parts).tables();
                if (!tables.isEmpty()) {
                    statement.execute(
                            "lock table only %s in access share mode"
                                    .formatted(
                                            String.join(
                                                    ", only ",
                                                    tables.stream()
                                                            .map(StoredTable::quoted)
                                                            .toList())));
                }
                return tables;
            } catch (SQLException e) {
                if (!TABLE_GONE.equals(e.getSQLState()) || attempt == ATTEMPTS) {
                    throw e;
                }
                connection.rollback();
            }
        }
    }

    List<StoredTable> tables() {
        return tables;
    }

    List<StoredSequence> sequences() throws SQLException {
        return new Catalogue(connection, parts).sequences();
    }

    /** See {@link SchemaVersions#found}. */
    Map<String, String> schemas() throws SQLException {
        return SchemaVersions.found(connection, parts);
    }

    /** The major version of the database. */
    int postgresql() throws SQLException {
        String number = single("show server_version_num");
        return number == null ? 0 : Integer.parseInt(number) / DECIMAL;
    }

    /** How many bytes the tables take, without their indexes. */
    long bytes() throws SQLException {
        long bytes = 0;
        for (StoredTable table : tables) {
            String quoted = table.quoted().replace("'", "''");
            String size = single("select pg_table_size('%s'::regclass)".formatted(quoted));
            bytes += size == null ? 0 : Long.parseLong(size);
        }
        return bytes;
    }

    private @Nullable String single(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : null;
        }
    }

    /**
     * Writes the rows of a table as COPY has them in its text form.
     *
     * @return how many
     */
    long copy(StoredTable table, OutputStream target) throws IOException {
        try {
            CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
            return copy.copyOut(
                    "copy %s (%s) to stdout".formatted(table.quoted(), table.columnList()), target);
        } catch (SQLException e) {
            throw new IOException("The table %s cannot be read".formatted(table.quoted()), e);
        }
    }

    /** For those who read what belongs to the tables. */
    Connection connection() {
        return connection;
    }

    @Override
    public void close() throws SQLException {
        giveBack(connection);
    }

    /** To whoever lent it, as it was. */
    private static void giveBack(Connection connection) throws SQLException {
        try (connection) {
            connection.rollback();
            connection.setReadOnly(false);
            connection.setAutoCommit(true);
        }
    }
}
