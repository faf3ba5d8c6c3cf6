package dev.cadastre.server.web.api.problem;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells failures of the database, which an operator ends, from those of our own SQL. */
final class DatabaseFailure {

    // https://www.postgresql.org/docs/18/errcodes-appendix.html
    private static final String DISK_FULL = "53100";
    private static final String CONNECTION_CLASS = "08";
    private static final Set<String> AWAY = Set.of("57P01", "57P02", "57P03", "53300");
    private static final Set<String> BUSY = Set.of("40001", "40P01", "55P03", "57014");

    private DatabaseFailure() {}

    /** The problem, or null if this is none of the database's. */
    static @Nullable ProblemException explain(Throwable failure, @Nullable SQLException cause) {
        if (cause == null) {
            return null;
        }
        String state = cause.getSQLState() == null ? "" : cause.getSQLState();
        if (state.equals(DISK_FULL)) {
            return diskFull();
        }
        if (BUSY.contains(state)) {
            return busy();
        }
        // What the database says has a state; the pool has none for a connection that was lost.
        return state.isEmpty()
                        || cause instanceof SQLTransientConnectionException
                        || state.startsWith(CONNECTION_CLASS)
                        || AWAY.contains(state)
                ? away()
                : null;
    }

    private static ProblemException diskFull() {
        return new ProblemException(
                ProblemKind.DISK_FULL,
                "The database cannot write, because its disk is full. Nothing that was stored is"
                        + " lost; this request was not stored.",
                "Free space on the disk of the server's home (or of its database), then send the"
                        + " request again.");
    }

    private static ProblemException busy() {
        return new ProblemException(
                ProblemKind.DATABASE_BUSY,
                "Another request held what this one needed. Nothing was stored.",
                "Send the request again.");
    }

    private static ProblemException away() {
        return new ProblemException(
                ProblemKind.DATABASE_AWAY,
                "The server's database does not answer. Nothing was stored.",
                "See that PostgreSQL runs and takes connections (the server's log says why it does"
                        + " not); the server finds it again by itself.");
    }
}
