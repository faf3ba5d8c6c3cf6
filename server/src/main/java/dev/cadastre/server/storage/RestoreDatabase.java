package dev.cadastre.server.storage;

import dev.cadastre.server.storage.backup.BackupRefused;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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

    /** As many tell what kind of database it is. */
    private static final int NAMED = 3;

    private final RestoreOrder order;
    private final Home home;
    private @Nullable EmbeddedPostgres embedded;
    private @Nullable DatabaseLock lock;

    /** Does nothing yet. */
    RestoreDatabase(RestoreOrder order, Home home) {
        this.order = order;
        this.home = home;
    }

    /**
     * Starts the embedded one, where the mark and the lock in the home are of both. Of one that
     * somebody else runs, makes sure that there is no register in it, but what a restore that was
     * cut has begun, and that nobody else is at work on it.
     *
     * @throws StartFailure if it does not start, or another process works on it
     */
    void begin() {
        String url = order.databaseUrl();
        if (url == null) {
            Path folder = home.folder("postgres");
            embedded = EmbeddedPostgres.startToFill(folder, folder.resolve("data"));
        } else {
            lock = DatabaseLock.take(url, order.databaseUser(), order.databasePassword(), () -> {});
            occupy(url);
        }
    }

    private void occupy(String url) {
        try (Connection connection = external(order, url).getConnection();
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

    /** How connections are made to it once it has begun. */
    DataSource source() {
        String url = order.databaseUrl();
        return url == null ? Objects.requireNonNull(embedded).dataSource() : external(order, url);
    }

    private static DataSource external(RestoreOrder order, String url) {
        return PlainConnections.to(url, order.databaseUser(), order.databasePassword());
    }

    private static void requireEmpty(Statement statement) throws SQLException {
        List<String> there = list(statement, OURS);
        if (!there.isEmpty()) {
            throw new BackupRefused(
                    "restore.database-used",
                    "The database is not empty: it has %s".formatted(some(there)),
                    "Name an empty database; nothing is restored over what is there.");
        }
    }

    /** The first of them, and how many more there are. */
    static String some(List<String> all) {
        String first = String.join(", ", all.subList(0, Math.min(NAMED, all.size())));
        return all.size() <= NAMED ? first : "%s and %d more".formatted(first, all.size() - NAMED);
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

    /** Servers may use the one that somebody else runs from now on. */
    static void end(RestoreOrder order, String url) {
        try (Connection connection = external(order, url).getConnection()) {
            RestoreMark.remove(connection);
        } catch (SQLException e) {
            throw failed(e);
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
