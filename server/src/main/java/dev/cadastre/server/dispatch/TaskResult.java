package dev.cadastre.server.dispatch;

import java.io.InputStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How a task ended. Whatever a host or a network does is a result, never an exception. */
public sealed interface TaskResult {

    /**
     * The script ended by itself.
     *
     * @param output what it printed on standard output, to be read once; untrusted bytes
     * @param status its exit status; 128 and above if a signal ended it
     * @param errors the beginning of what it printed on standard error; untrusted text
     * @param reusedConnection whether a kept connection served
     * @param took from the start of the script to its end
     */
    record Answered(
            InputStream output, int status, String errors, boolean reusedConnection, Duration took)
            implements TaskResult {}

    /**
     * The script did not run, or was cut.
     *
     * @param kind what went wrong
     * @param reason what happened to what, for an operator
     * @param remedy what to do; null where the reason says it
     */
    record Failed(Kind kind, String reason, @Nullable String remedy) implements TaskResult {}

    /** What can go wrong on the way. */
    enum Kind {
        /** There is no connection. */
        UNREACHABLE,
        /** The host let us in with none of our identities, or refuses to run anything. */
        REFUSED,
        /** The host's key is not the one that is known, or not known where it must be. */
        KEY_CHANGED,
        /** A limit of time passed. */
        TIMED_OUT,
        /** It printed more than it may. */
        EXCESSIVE,
        /** The connection broke, or the server is stopping. */
        CUT
    }
}
