package dev.cadastre.server.monitoring;

/** How what is monitored is doing, from good to bad. */
public enum MonitorState {
    /** It has not been checked yet. */
    PENDING,
    /** It is as it should be. */
    OK,
    /** It needs attention before long. */
    WARNING,
    /** It could not be told. */
    UNKNOWN,
    /** It does not work. */
    CRITICAL;

    /** Whether somebody has to do something. */
    public boolean isProblem() {
        return compareTo(OK) > 0;
    }
}
