package dev.cadastre.api;

/** Whether a host still counts. */
public enum Lifecycle {
    /** It is collected, or pushes reports. */
    LIVE,
    /** It is collected no more; its history is kept. */
    RETIRED
}
