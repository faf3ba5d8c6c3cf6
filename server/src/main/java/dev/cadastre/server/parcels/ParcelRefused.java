package dev.cadastre.server.parcels;

import dev.cadastre.ini.Problem;
import java.util.Collection;
import java.util.List;

/** What was asked for of parcels or apps cannot be so, and nothing of it was done. */
public final class ParcelRefused extends RuntimeException {

    /** Why. */
    public enum Reason {
        /** It contradicts itself, or is written wrongly. */
        INVALID,
        /** It is about something that is not there. */
        UNKNOWN,
        /** It contradicts what is there. */
        CONFLICT,
        /** What was sent, or would be deployed, has problems. */
        UNUSABLE
    }

    private final Reason reason;
    private final transient List<ParcelProblem> problems;

    /**
     * A refusal.
     *
     * @param problems all that is wrong, at least one
     */
    public ParcelRefused(Reason reason, List<ParcelProblem> problems) {
        super(problems.getFirst().message());
        this.reason = reason;
        this.problems = List.copyOf(problems);
    }

    /**
     * The refusal of something that was read.
     *
     * @param problems all that were found, at least one of them an error; the others are left out
     */
    public static ParcelRefused unusable(Collection<Problem> problems) {
        return new ParcelRefused(
                Reason.UNUSABLE,
                problems.stream().filter(Problem::isError).map(ParcelProblem::of).toList());
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    /** All that is wrong. */
    public List<ParcelProblem> problems() {
        return problems;
    }
}
