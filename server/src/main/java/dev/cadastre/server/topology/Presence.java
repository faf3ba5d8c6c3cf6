package dev.cadastre.server.topology;

/** How an asset is known, and whether it is still there. */
public enum Presence {
    /** It was in the last report of its host. */
    SEEN,
    /** Others speak of it or with it; nobody looked at it. */
    CLAIMED,
    /** It was there, and is not any longer: it does not listen, or does not run. */
    GONE,
    /** Its host sends no reports any longer, so that nobody knows. */
    STALE,
    /** People or tools said so; nothing observes it. */
    DECLARED
}
