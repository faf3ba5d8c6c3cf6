package dev.cadastre.server.monitoring.check;

import java.util.List;

/** What can be checked without a process. */
public enum CheckKind {
    /** Whether a host answers an ICMP echo, how often and how fast. */
    PING,
    /** Whether something accepts connections, and says what it should. */
    TCP,
    /** What an HTTP server answers. */
    HTTP,
    /** Whose certificate a server has, who vouches for it, and for how long. */
    TLS,
    /** What a name server answers. */
    DNS,
    /** Which SSH server greets. */
    SSH,
    /** What a mail server offers. */
    SMTP,
    /** What a PostgreSQL database answers. */
    POSTGRESQL,
    /** A value that something shows to Prometheus, or that a Prometheus answers. */
    PROMETHEUS;

    /** Everything that can be set, in the order in which people should read it. */
    public List<Setting<?>> settings() {
        return recipe().settings();
    }

    Recipe recipe() {
        return switch (this) {
            case PING -> PingCheck.RECIPE;
            case TCP -> TcpCheck.RECIPE;
            case HTTP -> HttpCheck.RECIPE;
            case TLS -> TlsCheck.RECIPE;
            case DNS -> DnsCheck.RECIPE;
            case SSH -> SshCheck.RECIPE;
            case SMTP -> SmtpCheck.RECIPE;
            case POSTGRESQL -> PostgresCheck.RECIPE;
            case PROMETHEUS -> PrometheusCheck.RECIPE;
        };
    }
}
