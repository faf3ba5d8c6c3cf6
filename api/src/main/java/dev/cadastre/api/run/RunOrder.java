package dev.cadastre.api.run;

/** Whether hosts of a run wait for each other. */
public enum RunOrder {
    /** Each host goes on as soon as it can. */
    HOST_FIRST,
    /** A job begins when the one before it is done on all hosts. */
    STEP_FIRST
}
