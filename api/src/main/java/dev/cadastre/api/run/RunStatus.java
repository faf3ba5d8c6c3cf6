package dev.cadastre.api.run;

/** How far a run, or a job of it, has come, or how it ended. */
public enum RunStatus {
    /** It was not begun. */
    PENDING,
    /** It was begun. */
    RUNNING,
    /** What was wished for is so. */
    OK,
    /** Somebody else holds the lock of a host. */
    BLOCKED,
    /** A job says no. */
    FAILED,
    /** A person stopped it. */
    STOPPED,
    /** It could not be done for a reason that is not its own. */
    ERROR,
    /** It took longer than it was given. */
    TIMED_OUT
}
