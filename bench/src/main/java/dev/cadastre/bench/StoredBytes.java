package dev.cadastre.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;

/** What a server's PostgreSQL has on disk, indexes included, and the write-ahead log not. */
final class StoredBytes implements AutoCloseable {

    private static final String PACKAGES = "(package|package_set|host_packages|host_packages_.*)";

    private final Connection connection;

    private StoredBytes(Connection connection) {
        this.connection = connection;
    }

    /** What the database at an address has, as its administrator sees it. */
    static StoredBytes of(String url, String user, String password) throws SQLException {
        return new StoredBytes(DriverManager.getConnection(url, user, password));
    }

    static StoredBytes of(Path home) throws IOException, SQLException {
        return new StoredBytes(ServerPostgres.at(home).connect("postgres"));
    }

    /** Lets the database do what it does by itself when it has time, so that runs compare. */
    void tidy() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("vacuum analyze");
            statement.execute("checkpoint");
        }
    }

    /** All that is stored. */
    long all() throws SQLException {
        return tables().values().stream().mapToLong(Long::longValue).sum();
    }

    /** What is stored of packages: what there are, who has them, and who had them when. */
    long packages() throws SQLException {
        return tables().entrySet().stream()
                .filter(table -> table.getKey().matches("inventory\\." + PACKAGES))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** The size of each table with its indexes. */
    Map<String, Long> tables() throws SQLException {
        Map<String, Long> sizes = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                """
                                select relnamespace::regnamespace || '.' || relname,
                                       pg_total_relation_size(oid)
                                from pg_class where relkind = 'r'
                                  and relnamespace::regnamespace::text
                                    not in ('pg_catalog', 'information_schema')
                                """)) {
            while (rows.next()) {
                sizes.put(rows.getString(1), rows.getLong(2));
            }
        }
        return sizes;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
