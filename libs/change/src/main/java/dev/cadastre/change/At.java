package dev.cadastre.change;

/** Where a job is done. */
public enum At {
    /** Once, on the machine of whoever runs the change. */
    LOCAL,
    /** On each host. */
    REMOTE,
    /** On the machine of whoever runs the change, and then on each host. */
    BOTH
}
