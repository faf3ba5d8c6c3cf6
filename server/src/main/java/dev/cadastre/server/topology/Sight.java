package dev.cadastre.server.topology;

/** How many sides saw a relation, those that prove least first. */
public enum Sight {
    /** None: people or tools said so. */
    DECLARED,
    /** One side only. */
    CLAIMED,
    /** Both sides, or the host itself for what is on it. */
    SEEN
}
