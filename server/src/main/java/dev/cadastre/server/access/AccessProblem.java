package dev.cadastre.server.access;

import java.util.List;

/** A request about people, tokens or sessions that cannot be done, though it is allowed. */
public final class AccessProblem extends RuntimeException {

    /** Whose fault it is. */
    public enum Kind {
        /** The request itself is wrong; see {@link #flaws()}. */
        INVALID,
        /** It names something that does not exist, or that the actor may not see. */
        UNKNOWN,
        /** It contradicts what is there. */
        CONFLICT
    }

    /**
     * One of the things that are wrong with a request.
     *
     * @param field the part of the request, {@code expiresAt}
     */
    public record Flaw(String field, String message) {}

    private final Kind kind;
    private final String remedy;
    private final transient List<Flaw> flaws;

    private AccessProblem(Kind kind, String message, String remedy, List<Flaw> flaws) {
        super(message);
        this.kind = kind;
        this.remedy = remedy;
        this.flaws = List.copyOf(flaws);
    }

    static AccessProblem unknown(String message, String remedy) {
        return new AccessProblem(Kind.UNKNOWN, message, remedy, List.of());
    }

    static AccessProblem conflict(String message, String remedy) {
        return new AccessProblem(Kind.CONFLICT, message, remedy, List.of());
    }

    /** Does nothing where there are no flaws. */
    static void refuse(List<Flaw> flaws) {
        if (!flaws.isEmpty()) {
            String message = String.join(" ", flaws.stream().map(Flaw::message).toList());
            throw new AccessProblem(Kind.INVALID, message, "Correct it and send it again.", flaws);
        }
    }

    /** Whose fault it is. */
    public Kind kind() {
        return kind;
    }

    /** What to do, as a sentence. */
    public String remedy() {
        return remedy;
    }

    /** All that is wrong with an invalid request; empty for the other kinds. */
    public List<Flaw> flaws() {
        return flaws;
    }
}
