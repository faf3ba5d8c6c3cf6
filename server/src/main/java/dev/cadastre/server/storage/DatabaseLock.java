package dev.cadastre.server.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Keeps other processes out of a database that somebody else runs, which more than one home may
 * name: each would have a part of the files and a key of its own, both would collect and tell, and
 * one could migrate the tables below the other.
 *
 * <p>It is an advisory lock of a connection that does nothing else, so the database releases it
 * when the process ends in whatever way. If the connection is cut, as by a restart of the database,
 * the lock is taken again within seconds. Thread-safe.
 */
class DatabaseLock implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(DatabaseLock.class);

    /** As the session's name tells one process from another, also of equal number and machine. */
    private static final String PROCESS = UUID.randomUUID().toString().substring(0, 8);

    /** "cada" and "stre". */
    private static final String LOCK = "1667327073, 1937011301";

    /** Waits, at most, for a server that is just being stopped. */
    private static final String AT_START =
            "set lock_timeout = '3s'; select pg_advisory_lock(%s)".formatted(LOCK);

    private static final String AT_ONCE = "select pg_try_advisory_lock(%s)".formatted(LOCK);

    private static final String NOT_AVAILABLE = "55P03";
    private static final int ANSWER_SECONDS = 5;
    private static final int MOST_NAME = 63;

    /** A machine that is gone without a word is noticed within a minute, not within hours. */
    private static final String SETTINGS =
            "set tcp_keepalives_idle = 30; set tcp_keepalives_interval = 10;"
                    + " set tcp_keepalives_count = 3; set idle_session_timeout = 0";

    private static final String HOLDER =
            """
            select a.pid, a.application_name, a.backend_start::timestamptz(0)::text as since
            from pg_locks l join pg_stat_activity a on a.pid = l.pid
            where l.locktype = 'advisory' and l.granted and l.objsubid = 2
              and l.database = (select oid from pg_database where datname = current_database())
              and (l.classid::bigint, l.objid::bigint) = (%s)
            """
                    .formatted(LOCK);

    private static final String OWN = HOLDER + " and l.pid = pg_backend_pid()";

    private final DataSource database;
    private final String name;
    private final String process;
    private final Runnable lost;
    private @Nullable Connection connection;
    private boolean held;

    private DatabaseLock(DataSource database, String process, Runnable lost) {
        this.database = database;
        this.name =
                sessionOf(process)
                        + "process %d on %s"
                                .formatted(ProcessHandle.current().pid(), Machine.name());
        this.process = process;
        this.lost = lost;
    }

    /** Who has it. */
    private record Holder(int session, String name, String since) {

        boolean is(String process) {
            return name.startsWith(sessionOf(process));
        }

        StartFailure refusal() {
            String told = name.replaceFirst("^cadastre \\w+ ", "");
            return new StartFailure(
                    "Another server instance works on this database: %s, since %s"
                            .formatted(told.isEmpty() ? "session " + session : told, since),
                    "Stop that one, or name another database. If its machine is gone, the database"
                            + " notices within a minute, or at once by `select"
                            + " pg_terminate_backend(%d)` there.".formatted(session));
        }
    }

    /**
     * Takes the lock for this process, which may have several.
     *
     * @param url of the database
     * @param user null if the URL names it
     * @param password null if the URL or ~/.pgpass has it
     * @param lost is told, once, when another process has taken it while the connection was cut
     * @throws StartFailure if another process has it, naming that; or there is no database
     */
    static DatabaseLock take(
            String url, @Nullable String user, @Nullable String password, Runnable lost) {
        return take(PlainConnections.to(url, user, password), PROCESS, lost);
    }

    /**
     * As above, for a process of that name.
     *
     * @param database which makes a session of its own for each who asks
     */
    static DatabaseLock take(DataSource database, String process, Runnable lost) {
        var lock = new DatabaseLock(database, process, lost);
        try {
            lock.take(AT_START);
            return lock;
        } catch (SQLException e) {
            throw new StartFailure(
                    "The database cannot be used: " + e.getMessage(),
                    "See whether it runs, and whether its URL, its user and the password are right.",
                    e);
        }
    }

    private static String sessionOf(String process) {
        return "cadastre %s ".formatted(process);
    }

    /** Where a session of this process has it already, that one keeps others out. */
    private synchronized void take(String sql) throws SQLException {
        Connection made = database.getConnection();
        boolean kept = false;
        try {
            // Others see by it who has the lock.
            made.setClientInfo(
                    "ApplicationName", name.substring(0, Math.min(MOST_NAME, name.length())));
            held = locked(made, sql);
            Optional<Holder> holder = held ? Optional.empty() : holder(made);
            if (holder.isPresent() && !holder.get().is(process)) {
                throw holder.get().refusal();
            }
            connection = made;
            kept = true;
        } finally {
            if (!kept) {
                made.close();
            }
        }
    }

    private static boolean locked(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(SETTINGS);
            statement.execute(sql);
        } catch (SQLException e) {
            if (!NOT_AVAILABLE.equals(e.getSQLState())) {
                throw e;
            }
        }
        return holds(connection);
    }

    private static boolean holds(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(OWN)) {
            return row.next();
        }
    }

    private static Optional<Holder> holder(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(HOLDER);
                ResultSet row = statement.executeQuery()) {
            return row.next()
                    ? Optional.of(
                            new Holder(
                                    row.getInt("pid"),
                                    String.valueOf(row.getString("application_name")),
                                    String.valueOf(row.getString("since"))))
                    : Optional.empty();
        }
    }

    /** Takes it again where the connection was cut. */
    @Scheduled(fixedDelay = 5_000)
    synchronized void look() {
        Connection before = connection;
        if (before == null) {
            return;
        }
        try {
            if (held && before.isValid(ANSWER_SECONDS)) {
                return;
            }
            before.close();
            take(AT_ONCE);
        } catch (SQLException e) {
            log.warn("The database's lock cannot be taken again yet: {}", e.getMessage());
        } catch (StartFailure e) {
            log.error("{}; this one ends. {}", e.getMessage(), e.remedy());
            connection = null;
            lost.run();
        }
    }

    @Override
    public synchronized void close() {
        Connection before = connection;
        connection = null;
        try {
            if (before != null) {
                before.close();
            }
        } catch (SQLException e) {
            log.debug("The connection of the lock was cut already", e);
        }
    }
}
