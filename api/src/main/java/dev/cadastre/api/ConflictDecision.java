package dev.cadastre.api;

/** How a person settles a {@link Conflict}. */
public record ConflictDecision(Decision decision) {

    /** One host or two. */
    public enum Decision {
        /** They are one host: later reports of either go to {@link Conflict#other}. */
        SAME,
        /** They are two hosts and stay so. */
        DIFFERENT
    }
}
