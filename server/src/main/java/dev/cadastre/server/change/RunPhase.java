package dev.cadastre.server.change;

import dev.cadastre.change.run.Course;
import dev.cadastre.change.run.Decision;
import dev.cadastre.change.run.RunView;

/** What a run is about to do, or waits for. */
public enum RunPhase {
    /** A second person has to say that it may begin. */
    WAITING_FOR_APPROVAL,
    /** Something is being done. */
    GOING_ON,
    /** Nothing more is begun; what is in flight comes to its end. */
    HALTED,
    /** The first hosts are done, and a person looks at them. */
    PAUSED,
    /** A person has to answer something. */
    ASKING,
    /** The server was stopped while it went on. */
    INTERRUPTED,
    /** Nothing is left to do unless a person asks for it. */
    FINISHED;

    /** The phase of a run that somebody is at work on. */
    public static RunPhase of(RunView view) {
        if (view.state().finished() != null) {
            return FINISHED;
        }
        if (!view.state().halted().isEmpty()) {
            return HALTED;
        }
        if (view.head().settings().approval() && view.state().approvedBy().isEmpty()) {
            return WAITING_FOR_APPROVAL;
        }
        if (!view.state().pausedAt().isEmpty()) {
            return PAUSED;
        }
        return Course.next(view) instanceof Decision.Ask ? ASKING : GOING_ON;
    }

    /** The same of a run that nobody is at work on. */
    public RunPhase unattended() {
        return this == GOING_ON || this == HALTED ? INTERRUPTED : this;
    }
}
