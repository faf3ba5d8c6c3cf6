package com.example.links;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The versions of the database: {@code schema/N.sql} leads to N, {@code schema/N-back.sql} back.
 */
final class Schema {

    private final Database database;

    Schema(Database database) {
        this.database = database;
    }

    /** The version that the database has; 0 if it is empty. */
    int version() throws SQLException {
        try (Connection connection = database.connect()) {
            return version(connection);
        }
    }

    private static int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet there =
                    statement.executeQuery("SELECT to_regclass('schema_version') IS NOT NULL")) {
                there.next();
                if (!there.getBoolean(1)) {
                    return 0;
                }
            }
            try (ResultSet newest =
                    statement.executeQuery(
                            "SELECT coalesce(max(version), 0) FROM schema_version")) {
                newest.next();
                return newest.getInt(1);
            }
        }
    }

    /** Brings it to a version, onwards or back, as a whole or not at all. */
    void migrate(int wished) throws SQLException, IOException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("CREATE TABLE IF NOT EXISTS schema_version (version integer)");
            statement.execute("LOCK TABLE schema_version");
            for (int is = version(connection); is != wished; is = version(connection)) {
                boolean onwards = is < wished;
                statement.execute(sql(onwards ? (is + 1) + ".sql" : is + "-back.sql"));
                statement.execute(
                        onwards
                                ? "INSERT INTO schema_version VALUES (%d)".formatted(is + 1)
                                : "DELETE FROM schema_version WHERE version = %d".formatted(is));
            }
            connection.commit();
        }
    }

    private static String sql(String name) throws IOException {
        try (InputStream in = Schema.class.getResourceAsStream("schema/" + name)) {
            if (in == null) {
                throw new FileNotFoundException("this release has no schema/" + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
