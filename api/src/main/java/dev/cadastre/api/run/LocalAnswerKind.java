package dev.cadastre.api.run;

/** What a script or program came to. */
public enum LocalAnswerKind {
    /** All is as wished. */
    UNCHANGED,
    /** It only looked, and there is something to change. */
    WOULD_CHANGE,
    /** Something was changed, and all is as wished. */
    CHANGED,
    /** What the plan rests on is no longer so. */
    STALE,
    /** The wish cannot be met there. */
    REFUSED,
    /** It acted, and failed or did not take effect. */
    FAILED,
    /** It did not answer as scripts do. */
    BROKEN
}
