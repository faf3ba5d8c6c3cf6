package dev.cadastre.change.run;

import dev.cadastre.change.Status;
import dev.cadastre.change.plan.Place;
import dev.cadastre.change.plan.PlannedPlace;
import java.time.Instant;

/** An entry of a run's journal. All that is known of a run follows from its entries, in order. */
public sealed interface RunEntry {

    /** When that was, by the clock of whoever wrote it. */
    Instant at();

    /** The run was started; the first entry, and only that. */
    record Begun(Instant at, RunHead head) implements RunEntry {}

    /**
     * What the plan says of a place that somebody has looked at; written together with the first
     * entry.
     */
    record Planned(Instant at, PlannedPlace plan) implements RunEntry {
        /** Keeps what the plan rests on, and leaves out what is only shown. */
        public Planned {
            plan = plan.brief();
        }
    }

    /** A step is about to be done; nothing of it has been. */
    record Started(Instant at, Step step) implements RunEntry {}

    /** The lock of a host is this run's. */
    record Locked(Instant at, Place place) implements RunEntry {}

    /** A step came to an end. */
    record Ended(Instant at, Step step, Ending ending) implements RunEntry {}

    /** What was in flight when nobody wrote it down any more was looked at again. */
    record Looked(Instant at, Step step, Verdict verdict, String reason) implements RunEntry {}

    /** A person asked for something, and it was granted. */
    record Requested(Instant at, String who, RunRequest request) implements RunEntry {}

    /**
     * The first hosts are done, and a person is to look at them before the others follow.
     *
     * @param stage which of the halves between jobs of this machine it is, by its first job
     */
    record Paused(Instant at, String stage, String reason) implements RunEntry {}

    /**
     * Somebody else goes on with the run: a process that ended did not write down more than what
     * comes before this.
     */
    record TakenUp(Instant at, String who) implements RunEntry {}

    /** Nothing is left to do unless a person asks for it. */
    record Finished(Instant at, Status status, String reason) implements RunEntry {}

    /** What a look tells of a job that was cut. */
    enum Verdict {
        /** It never began to act, and is called once more. */
        NOT_BEGUN,
        /** It is called once more, since that leaves alone what is as wished. */
        AGAIN,
        /** A person has to say. */
        UNCLEAR
    }
}
