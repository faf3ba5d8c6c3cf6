package dev.cadastre.server.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Connections to a database before a server uses it. */
final class PlainConnections {

    /** What loads tables uses 8 at most, and Flyway three. */
    private static final int MOST = 12;

    private static final int LOGIN_SECONDS = 10;

    private PlainConnections() {}

    /**
     * Connections that are made when they are asked for, by a URL as it is. The driver's own source
     * would name all of its settings in it, which Flyway looks for passwords in at each command: a
     * third of a small restore.
     *
     * @param user null if the URL names it
     * @param password null if the URL or ~/.pgpass has it
     */
    static DataSource to(String url, @Nullable String user, @Nullable String password) {
        var connections = new DriverManagerDataSource(url);
        if (user != null) {
            connections.setUsername(user);
        }
        if (password != null) {
            connections.setPassword(password);
        }
        return connections;
    }

    /**
     * The same kept for the next who asks, as Flyway does some times for each part; to be closed
     * before the database is.
     */
    static HikariDataSource kept(DataSource connections) {
        var pool = new HikariConfig();
        pool.setPoolName("filling");
        pool.setDataSource(
                new DelegatingDataSource(connections) {

                    // As long, the pool waits for one that is being made while it is closed.
                    @Override
                    public int getLoginTimeout() {
                        return LOGIN_SECONDS;
                    }
                });
        pool.setMaximumPoolSize(MOST);
        pool.setMinimumIdle(0);
        return new HikariDataSource(pool);
    }
}
