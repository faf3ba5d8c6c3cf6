package dev.cadastre.server.alerting;

import java.util.List;

/** What was said of incidents, silences or alerts cannot be so, and nothing of it was taken. */
public final class AlertingRefused extends RuntimeException {

    /** Why. */
    public enum Reason {
        /** It contradicts itself, or is written wrongly. */
        INVALID,
        /** It is about something that is not there. */
        UNKNOWN,
        /** It contradicts what is there. */
        CONFLICT
    }

    private final Reason reason;
    private final transient List<AlertingProblem> problems;

    /**
     * A refusal.
     *
     * @param problems all that is wrong, at least one
     */
    public AlertingRefused(Reason reason, List<AlertingProblem> problems) {
        super(problems.getFirst().message());
        this.reason = reason;
        this.problems = List.copyOf(problems);
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    /** All that is wrong. */
    public List<AlertingProblem> problems() {
        return problems;
    }
}
