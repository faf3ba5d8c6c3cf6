package dev.cadastre.api.run;

/** Who does a job. */
public enum JobKind {
    /** A script. */
    SCRIPT,
    /** A program, on the machine of whoever runs the change. */
    PROGRAM,
    /** Nobody: it is what comes first at any host. */
    OPEN,
    /** Nobody: it is what comes last at any host. */
    CLOSE,
    /** A person. */
    NOTE,
    /** The run, by asking for a monitor's state. */
    WAIT
}
