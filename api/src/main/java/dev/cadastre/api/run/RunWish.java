package dev.cadastre.api.run;

/** What is asked of a run. */
public enum RunWish {
    /** Begin nothing more; what runs comes to its end. */
    HALT,
    /** Begin nothing more, and end what runs. */
    STOP,
    /** Go on everywhere, from a job if one is named. */
    RESUME,
    /** Go on with the hosts that failed, and no others. */
    RETRY,
    /** Take a job for dealt with. */
    SKIP,
    /** What a note asked for has been done. */
    CONFIRM,
    /** Tells whether a job that was cut took effect. */
    SETTLE,
    /** Begin, says a second person. */
    APPROVE,
    /** Undo what was changed, the last first. */
    UNDO,
    /** Give up: give the locks back, and do nothing else. */
    RELEASE
}
