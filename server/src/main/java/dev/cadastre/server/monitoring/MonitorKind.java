package dev.cadastre.server.monitoring;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** By which means something is checked. */
public enum MonitorKind {
    /** A Nagios plug-in, on the server or on the host. */
    PLUGIN(Means.COMMAND, false),
    /** An executable that is sent to the host, as {@code test.run} of a change takes it. */
    TEST(Means.SENT, false),
    /** Packets that have to come back. */
    PING(Means.NETWORK, true),
    /** A port that has to take connections. */
    TCP(Means.NETWORK, true),
    /** A page that has to be answered. */
    HTTP(Means.NETWORK, true),
    /** A certificate that has to last. */
    TLS(Means.NETWORK, false),
    /** A name that has to be known. */
    DNS(Means.NETWORK, true),
    /** An SSH server that has to greet. */
    SSH(Means.NETWORK, true),
    /** A mail server that has to greet. */
    SMTP(Means.NETWORK, true),
    /** A database that has to answer a question. */
    POSTGRESQL(Means.NETWORK, true),
    /** A value that a program tells for Prometheus. */
    PROMETHEUS(Means.NETWORK, false),
    /** Results that others send. */
    PASSIVE(Means.TOLD, false),
    /** A job that has to call in. */
    HEARTBEAT(Means.TOLD, false),
    /** A query that the host has to match. */
    FACT(Means.KNOWN, false),
    /** A rule that the host must not breach. */
    RULE(Means.KNOWN, false);

    private enum Means {
        COMMAND,
        SENT,
        NETWORK,
        TOLD,
        KNOWN
    }

    private final Means means;
    private final boolean availability;

    MonitorKind(Means means, boolean availability) {
        this.means = means;
        this.availability = availability;
    }

    /** In small letters, as in the estate file. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one with that word, in whatever case. */
    public static Optional<MonitorKind> ofWord(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equalsIgnoreCase(word)).findAny();
    }

    /** All words. */
    public static List<String> words() {
        return Arrays.stream(values()).map(MonitorKind::word).toList();
    }

    /** Whether it is a command that is run. */
    public boolean runsCommand() {
        return means == Means.COMMAND;
    }

    /** Whether it is a file that is sent to the host and run there. */
    public boolean runsTest() {
        return means == Means.SENT;
    }

    /** Whether the server speaks with what it checks. */
    public boolean usesNetwork() {
        return means == Means.NETWORK;
    }

    /** Whether results come by themselves. */
    public boolean isTold() {
        return means == Means.TOLD;
    }

    /** Whether it is read off what the register knows, at no cost to the host. */
    public boolean isKnown() {
        return means == Means.KNOWN;
    }

    /** Whether what it checks does not work at all when it is critical, unless somebody says so. */
    public boolean tellsAvailability() {
        return availability;
    }

    /**
     * How many further results must tell of a problem before it is certain, unless somebody says
     * so: none where a result is not found by chance, since somebody said so, was silent for as
     * long as may be, or is known to the register.
     */
    public int usualRetries() {
        return isTold() || isKnown() ? 0 : 2;
    }

    /** How long it may take, unless somebody says so. */
    public Duration usualTimeout() {
        return Duration.ofSeconds(10);
    }
}
