package dev.cadastre.change.run;

/**
 * What a run has of a host.
 *
 * @param reached whether there is a connection
 * @param opened whether the scripts are there, and were looked with
 * @param lock whether the lock is this run's
 * @param disturbed whether what was seen when it was opened may have been changed since, by the run
 *     itself or by a person who was asked to
 */
public record Hold(boolean reached, boolean opened, Lock lock, boolean disturbed) {

    /** Nothing. */
    static final Hold NONE = new Hold(false, false, Lock.FREE, false);

    /** Whether the lock is this run's. */
    public enum Lock {
        /** It is not. */
        FREE,
        /** It is. */
        HELD,
        /** It may be: it was asked for, or given back, and nobody knows what came of that. */
        UNKNOWN
    }

    Hold reach() {
        return new Hold(true, opened, lock, disturbed);
    }

    /** What was seen is new. */
    Hold open() {
        return new Hold(true, true, lock, false);
    }

    Hold disturb() {
        return new Hold(reached, opened, lock, true);
    }

    Hold with(Lock other) {
        return new Hold(reached, opened, other, disturbed);
    }

    /** The connection is gone, or not to be relied on. */
    Hold lose() {
        return new Hold(false, false, lock, disturbed);
    }

    /** To be opened once more before anything else is done. */
    Hold close() {
        return new Hold(reached, false, lock, disturbed);
    }
}
