package dev.cadastre.change.run;

import dev.cadastre.change.plan.Place;

/**
 * Something that a run does at one place.
 *
 * @param kind what it is
 * @param subject the job's name, or the daemon's; empty for what is about the place alone
 * @param place where
 */
public record Step(Kind kind, String subject, Place place) {

    /** What a run does. */
    public enum Kind {
        /** Connects, before any lock is taken. */
        REACH,
        /** Takes the lock, sends the scripts, and looks at all jobs. */
        OPEN,
        /** Does a job. */
        JOB,
        /** Undoes a job. */
        UNDO,
        /** Restarts a daemon for all the jobs that asked for it. */
        RESTART,
        /** Has a daemon read its configuration again for all the jobs that asked for it. */
        RELOAD,
        /** Removes the bundle's directory, and with it the lock. */
        RELEASE
    }

    /** One that is about the place alone. */
    static Step of(Kind kind, Place place) {
        return new Step(kind, "", place);
    }

    /** As people read it. */
    @Override
    public String toString() {
        String what =
                switch (kind) {
                    case REACH -> "connecting to";
                    case OPEN -> "opening";
                    case JOB -> subject + " on";
                    case UNDO -> "undoing " + subject + " on";
                    case RESTART -> "restarting " + subject + " on";
                    case RELOAD -> "reloading " + subject + " on";
                    case RELEASE -> "releasing";
                };
        return what + " " + place;
    }
}
