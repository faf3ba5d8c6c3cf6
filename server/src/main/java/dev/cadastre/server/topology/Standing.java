package dev.cadastre.server.topology;

/** How lasting a relation is. */
public enum Standing {
    /** It was in every report since it began. */
    STEADY,
    /** It comes and goes. */
    OCCASIONAL,
    /** It was there, and has not been seen since. */
    EARLIER,
    /** It was said, and lasts until that is taken back. */
    DECLARED,
    /** A person said that it is not so. */
    DENIED;

    /** Whether what needs the other end by such a relation stops with it. */
    public boolean holds() {
        return this == STEADY || this == OCCASIONAL || this == DECLARED;
    }
}
