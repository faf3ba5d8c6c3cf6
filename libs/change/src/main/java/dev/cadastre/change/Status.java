package dev.cadastre.change;

/** How far a job has come, or how it ended. */
public enum Status {
    /** It was not begun. */
    PENDING,
    /** It was begun. */
    RUNNING,
    /** What was wished for is so, whether something had to be changed for it or not. */
    OK,
    /** Somebody else holds the lock. */
    BLOCKED,
    /** The job says no: a command failed, a test was not passed, a wish cannot be met. */
    FAILED,
    /** A person stopped it. */
    STOPPED,
    /**
     * It could not be done for a reason that is not its own, such as a host that is out of reach.
     */
    ERROR,
    /** It took longer than it was given. */
    TIMED_OUT;

    /** Whether it says how a job ended. */
    public boolean isFinal() {
        return this != PENDING && this != RUNNING;
    }

    /** As people read it, {@code TIMED OUT} for one. */
    public String words() {
        return name().replace('_', ' ');
    }
}
