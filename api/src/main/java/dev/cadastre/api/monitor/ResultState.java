package dev.cadastre.api.monitor;

/** What a result says. */
public enum ResultState {
    OK,
    WARNING,
    CRITICAL,
    UNKNOWN
}
