package dev.cadastre.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A unit that a host's init system runs.
 *
 * @param name without {@code .service}
 * @param enabled whether it starts with the host; null where the question does not apply
 * @param init which init system runs it
 * @param since when it was first seen in this state
 */
public record Daemon(
        String name, State state, @Nullable Boolean enabled, Init init, Instant since) {

    /** The init systems whose daemons are read. */
    public enum Init {
        SYSTEMD,
        OPENRC,
        SYSV
    }

    /** What a daemon does. */
    public enum State {
        RUNNING,
        /** Did its work and ended well. */
        DONE,
        STARTING,
        STOPPING,
        STOPPED,
        FAILED,
        UNKNOWN
    }
}
