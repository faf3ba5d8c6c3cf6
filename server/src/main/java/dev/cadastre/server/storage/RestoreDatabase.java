package dev.cadastre.server.storage;

import dev.cadastre.server.storage.backup.BackupRefused;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The database that a restore fills. */
final class RestoreDatabase {

    private static final String OURS =
            """
            select 'the schema ' || nspname from pg_namespace where nspname in ('%s')
            union all
            select 'the table ' || relname from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            where nspname = 'public' and relkind = 'r' and relname like 'flyway\\_schema\\_history\\_%%'
            order by 1
            """
                    .formatted(String.join("', '", PartSchemas.PARTS));

    private final DataSource source;
    private final @Nullable EmbeddedPostgres embedded;
    private final RestoreOrder order;
    private @Nullable DatabaseLock lock;

    private RestoreDatabase(
            DataSource source, @Nullable EmbeddedPostgres embedded, RestoreOrder order) {
        this.source = source;
        this.embedded = embedded;
        this.order = order;
    }

    static RestoreDatabase start(RestoreOrder order, Home home) {
        if (order.databaseUrl() == null) {
            var folder = home.folder("postgres");
            EmbeddedPostgres embedded =
                    EmbeddedPostgres.startToFill(folder, folder.resolve("data"));
            return new RestoreDatabase(embedded.dataSource(), embedded, order);
        }
        return external(order, order.databaseUrl());
    }

    /** The one that somebody else runs. */
    static RestoreDatabase external(RestoreOrder order, String databaseUrl) {
        return new RestoreDatabase(
                PlainConnections.to(databaseUrl, order.databaseUser(), order.databasePassword()),
                null,
                order);
    }

    DataSource source() {
        return source;
    }

    /**
     * Makes sure that there is no register in it, but what a restore that was cut has begun, and
     * that nobody else is at work on it. In the embedded database there is none, and the mark and
     * the lock in the home are of both.
     *
     * @throws StartFailure if another process works on it
     */
    void begin() {
        String url = order.databaseUrl();
        if (url == null) {
            return;
        }
        lock = DatabaseLock.take(url, order.databaseUser(), order.databasePassword(), () -> {});
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            if (RestoreMark.isIn(connection)) {
                empty(statement);
            } else {
                requireEmpty(statement);
                RestoreMark.set(connection);
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static void requireEmpty(Statement statement) throws SQLException {
        List<String> there = list(statement, OURS);
        if (!there.isEmpty()) {
            throw new BackupRefused(
                    "restore.database-used",
                    "The database is not empty: it has %s".formatted(String.join(", ", there)),
                    "Name an empty database; nothing is restored over what is there.");
        }
    }

    private static void empty(Statement statement) throws SQLException {
        for (String part : PartSchemas.PARTS) {
            statement.execute("drop schema if exists %s cascade".formatted(part));
            statement.execute(
                    "drop table if exists public.flyway_schema_history_%s".formatted(part));
        }
        statement.execute("drop schema if exists cadastre cascade");
    }

    private static List<String> list(Statement statement, String sql) throws SQLException {
        List<String> list = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                list.add(row.getString(1));
            }
        }
        return list;
    }

    /** All is in it; it is on the disk, too, when this returns. */
    void settle() throws IOException {
        if (embedded != null) {
            embedded.closeFilled();
        }
    }

    /** Servers may use it from now on. */
    void end() {
        if (embedded == null) {
            try (Connection connection = source.getConnection()) {
                RestoreMark.remove(connection);
            } catch (SQLException e) {
                throw failed(e);
            }
        }
    }

    /** Stops what was started; to be called whatever happened, {@link #settle} included. */
    void stop() {
        if (embedded != null) {
            embedded.close();
        }
        if (lock != null) {
            lock.close();
            lock = null;
        }
    }

    private static BackupRefused failed(SQLException e) {
        return new BackupRefused(
                "restore.database-failed",
                "The database cannot be used: " + e.getMessage(),
                "See whether --database-url is right, and CADASTRE_DATABASE_USER and"
                        + " CADASTRE_DATABASE_PASSWORD are.",
                e);
    }
}
