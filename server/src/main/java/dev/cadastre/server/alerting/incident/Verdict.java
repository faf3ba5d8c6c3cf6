package dev.cadastre.server.alerting.incident;

/** Whether something is a failure. */
public enum Verdict {
    /** It is one. */
    FAILS,
    /** It changes too often to be told each time: it is one, and stays as it was if it was one. */
    FLAPS,
    /** It is being looked at again: it is one if it was one. */
    IN_DOUBT,
    /** It is none. */
    FINE
}
