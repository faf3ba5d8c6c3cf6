package dev.cadastre.api.run;

/** What a job would come to. */
public enum JobEffect {
    /** It would change something. */
    CHANGES,
    /** All is as wished. */
    NOTHING,
    /** It changes nothing, and is done each time, such as a test. */
    TRIAL,
    /** The run does it itself, and there is nothing to look at. */
    ENGINE,
    /** As things are, the wish cannot be met; a job before it may be what is missing. */
    REFUSED,
    /** Nobody can tell beforehand. */
    UNKNOWN
}
