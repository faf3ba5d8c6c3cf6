package dev.cadastre.api;

/** How a person settles a {@link Conflict}. */
public record ConflictDecision(Decision decision) {

    /** One host or two. */
    public enum Decision {
        /** Both records are one host: the doubtful one is joined to the other. */
        SAME,
        /** They are two hosts and both stay. */
        DIFFERENT
    }
}
