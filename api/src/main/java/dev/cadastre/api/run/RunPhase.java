package dev.cadastre.api.run;

/** What a run is about to do, or waits for. */
public enum RunPhase {
    /** A second person has to say that it may begin. */
    WAITING_FOR_APPROVAL,
    /** Something is being done. */
    GOING_ON,
    /** Nothing more is begun; what is in flight comes to its end. */
    HALTED,
    /** The first hosts are done, and a person looks at them. */
    PAUSED,
    /** A person has to answer something. */
    ASKING,
    /** The server was stopped while it went on. */
    INTERRUPTED,
    /** Nothing is left to do unless a person asks for it. */
    FINISHED
}
