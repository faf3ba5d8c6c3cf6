package dev.cadastre.api.monitor;

/**
 * By which means something is checked; {@code /api/v1/monitor-kinds} tells what each can be told.
 */
public enum MonitorKind {
    PLUGIN,
    TEST,
    PING,
    TCP,
    HTTP,
    TLS,
    DNS,
    SSH,
    SMTP,
    POSTGRESQL,
    PROMETHEUS,
    PASSIVE,
    HEARTBEAT,
    FACT,
    RULE
}
