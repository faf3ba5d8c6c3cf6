package dev.cadastre.api.monitor;

/** How what is monitored is doing, from good to bad. */
public enum MonitorState {
    /** It has not been checked yet, or is switched off. */
    PENDING,
    OK,
    WARNING,
    /** It could not be told. */
    UNKNOWN,
    CRITICAL
}
