package dev.cadastre.api.run;

/** What a run waits for. */
public enum AskKind {
    /** A secret. */
    SECRET,
    /** A command line that looks with tasks, and changes nothing. */
    LOCAL_LOOK,
    /** A command line that does a task. */
    LOCAL_TASK,
    /** Somebody who agrees to a step. */
    STEP
}
