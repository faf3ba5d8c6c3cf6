package dev.cadastre.bench;

import dev.cadastre.server.topology.RelationType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.copy.PGCopyOutputStream;
import org.postgresql.core.BaseConnection;

/**
 * The same relations as rows of a table, and what falls as a recursive query. It takes alternatives
 * as if nothing stood in for them: in standard SQL a recursive query can add what is reached, but
 * not ask whether all of several others are among what it has.
 */
final class MapInSql implements AutoCloseable {

    private static final int BUFFER = 1 << 20;
    private static final String DOWN =
            """
            with recursive down (asset) as (
                select ?
                union
                select need.dependent from down join need on need.provider = down.asset
            )
            select count(*) - 1 from down
            """;

    private final Connection connection;
    private final PreparedStatement down;

    private MapInSql(Connection connection) throws SQLException {
        this.connection = connection;
        this.down = connection.prepareStatement(DOWN);
    }

    /** Loads a map into a database of its own beside that of a running server. */
    static MapInSql load(Path home, LargeMap map) throws IOException, SQLException {
        ServerPostgres postgres = ServerPostgres.at(home);
        try (Connection connection = postgres.connect("postgres")) {
            execute(connection, "create database map");
        }
        Connection connection = postgres.connect("map");
        execute(
                connection,
                "create table need (dependent int not null, provider int not null, type int not null)");
        copy(connection, map);
        execute(
                connection,
                "create index on need (provider) include (dependent)",
                "vacuum analyze need");
        return new MapInSql(connection);
    }

    /** Only what something can fall by, so that no row is read in vain. */
    private static void copy(Connection connection, LargeMap map) throws IOException, SQLException {
        try (PGCopyOutputStream rows =
                new PGCopyOutputStream(
                        connection.unwrap(BaseConnection.class), "copy need from stdin", BUFFER)) {
            map.forEach((from, type, to, alternatives, counts) -> {
                switch (type.dependent()) {
                    case FROM -> write(rows, from, to, type);
                    case TO -> write(rows, to, from, type);
                    case NEITHER -> {}
                }
            });
        }
    }

    @SuppressWarnings("EnumOrdinal") // A number of the same size as ours has.
    private static void write(
            PGCopyOutputStream rows, int dependent, int provider, RelationType type) {
        String row = dependent + "\t" + provider + "\t" + type.ordinal() + "\n";
        try {
            rows.write(row.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void execute(Connection connection, String... texts) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String text : texts) {
                statement.execute(text);
            }
        }
    }

    /** How many others fall with an asset. */
    int fallen(int asset) throws SQLException {
        down.setInt(1, asset);
        try (ResultSet rows = down.executeQuery()) {
            rows.next();
            return rows.getInt(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
