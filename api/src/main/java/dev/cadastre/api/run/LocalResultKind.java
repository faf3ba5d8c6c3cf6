package dev.cadastre.api.run;

/** How what a command line did ended. */
public enum LocalResultKind {
    /** It looked. */
    LOOKED,
    /** It was done, if only to say that it cannot be. */
    ANSWERED,
    /** It took too long, and was ended. */
    TIMED_OUT,
    /** It was ended since the run was stopped. */
    STOPPED,
    /** It is not done there. */
    REFUSED,
    /** The command line cannot do anything there. */
    OUT_OF_REACH
}
