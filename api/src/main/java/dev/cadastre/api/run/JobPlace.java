package dev.cadastre.api.run;

/** Where a job is done. */
public enum JobPlace {
    /** Once, on the machine of whoever runs the change. */
    LOCAL,
    /** On each host. */
    REMOTE,
    /** There, and then on each host. */
    BOTH
}
