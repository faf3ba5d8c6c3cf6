package dev.cadastre.server.monitoring;

import java.util.List;

/** What was said of monitors cannot be so, and nothing of it was taken. */
public final class MonitorRefused extends RuntimeException {

    /** Why. */
    public enum Reason {
        /** It contradicts itself, or is written wrongly. */
        INVALID,
        /** It is about something that is not there. */
        UNKNOWN,
        /** The estate states otherwise, and only the estate changes that. */
        DECLARED,
        /** It contradicts what is there. */
        CONFLICT
    }

    private final Reason reason;
    private final transient List<MonitorProblem> problems;

    /**
     * A refusal.
     *
     * @param problems all that is wrong, at least one
     */
    public MonitorRefused(Reason reason, List<MonitorProblem> problems) {
        super(problems.getFirst().message());
        this.reason = reason;
        this.problems = List.copyOf(problems);
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    /** All that is wrong. */
    public List<MonitorProblem> problems() {
        return problems;
    }
}
