package dev.cadastre.server.inventory;

/** Whether a host is still there. */
public enum Lifecycle {
    LIVE,
    /** Collected no more; its history is kept. */
    RETIRED
}
