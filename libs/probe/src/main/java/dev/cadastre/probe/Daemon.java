package dev.cadastre.probe;

import org.jspecify.annotations.Nullable;

/**
 * A unit that the init system runs.
 *
 * @param name without a {@code .service} suffix, for example {@code nginx} or {@code getty@tty1}
 * @param state what it does now
 * @param enabled whether it starts with the host; null if the init system does not say or the
 *     question does not apply (systemd's static and generated units)
 * @param mainPid its main process, null if there is none or it is not known
 * @param init which init system runs it
 */
public record Daemon(
        String name, State state, @Nullable Boolean enabled, @Nullable Integer mainPid, Init init) {

    /** What a daemon does now. */
    public enum State {
        RUNNING,
        /** Did its work and ended well, and counts as started. */
        DONE,
        STARTING,
        STOPPING,
        STOPPED,
        FAILED,
        UNKNOWN
    }

    /** The init systems whose daemons are read. */
    public enum Init {
        SYSTEMD,
        OPENRC,
        SYSV
    }
}
