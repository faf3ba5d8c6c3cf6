package dev.cadastre.api.run;

/** How far a plan has come. */
public enum PlanState {
    /** Hosts are being looked at. */
    LOOKING,
    /** It tells what would be done. */
    READY,
    /** It does not come about. */
    FAILED
}
