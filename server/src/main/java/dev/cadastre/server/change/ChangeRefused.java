package dev.cadastre.server.change;

import java.util.List;

/** What was asked for of changes cannot be so, and nothing of it was done. */
public final class ChangeRefused extends RuntimeException {

    /** Why. */
    public enum Reason {
        /** It contradicts itself, or is written wrongly. */
        INVALID,
        /** It is about something that is not there. */
        UNKNOWN,
        /** It contradicts what is there. */
        CONFLICT,
        /** What was sent with it is no change. */
        UNUSABLE
    }

    private final Reason reason;
    private final transient List<ChangeProblem> problems;

    /**
     * A refusal.
     *
     * @param problems all that is wrong, at least one
     */
    public ChangeRefused(Reason reason, List<ChangeProblem> problems) {
        super(problems.getFirst().message());
        this.reason = reason;
        this.problems = List.copyOf(problems);
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    /** All that is wrong. */
    public List<ChangeProblem> problems() {
        return problems;
    }
}
