package dev.cadastre.ssh;

import java.time.Duration;

/**
 * Limits of {@code SshConnections}.
 *
 * @param connectLimit for each of TCP connect, handshake, authentication and the opening of a
 *     session, of each hop that has no limit of its own
 * @param keepIdle how long an unused connection is kept; zero keeps none
 * @param keepAlive how often a kept connection is asked for a sign of life; it is dropped after
 *     three without
 * @param connectsAtOnce connections being opened, over all hosts
 * @param connectsAtOncePerHost connections being opened to one address; sshd drops them at random
 *     from the tenth on (MaxStartups 10:30:100)
 * @param commandsPerConnection commands at once over one connection; sshd allows 10 (MaxSessions)
 * @param keptConnections connections kept at most; the longest unused goes first
 */
public record SshSettings(
        Duration connectLimit,
        Duration keepIdle,
        Duration keepAlive,
        int connectsAtOnce,
        int connectsAtOncePerHost,
        int commandsPerConnection,
        int keptConnections) {
    /** 10 s, 10 min, 1 min; 64 connects at once, 8 per host, 8 commands each, 1,000 kept. */
    public static final SshSettings DEFAULT =
            new SshSettings(
                    Duration.ofSeconds(10),
                    Duration.ofMinutes(10),
                    Duration.ofMinutes(1),
                    64,
                    8,
                    8,
                    1000);

    /**
     * Holds the limits.
     *
     * @throws IllegalArgumentException naming each limit that is not positive
     */
    public SshSettings {
        StringBuilder problems = new StringBuilder();
        requirePositive(problems, "connectLimit", connectLimit.toMillis());
        requirePositive(problems, "keepIdle", keepIdle.toMillis() + 1);
        requirePositive(problems, "keepAlive", keepAlive.toMillis());
        requirePositive(problems, "connectsAtOnce", connectsAtOnce);
        requirePositive(problems, "connectsAtOncePerHost", connectsAtOncePerHost);
        requirePositive(problems, "commandsPerConnection", commandsPerConnection);
        requirePositive(problems, "keptConnections", keptConnections + 1L);
        if (problems.length() > 0) {
            throw new IllegalArgumentException("must be positive: " + problems);
        }
    }

    private static void requirePositive(StringBuilder problems, String name, long value) {
        if (value <= 0) {
            problems.append(problems.length() == 0 ? "" : ", ").append(name);
        }
    }

    public SshSettings withConnectLimit(Duration limit) {
        return new SshSettings(
                limit,
                keepIdle,
                keepAlive,
                connectsAtOnce,
                connectsAtOncePerHost,
                commandsPerConnection,
                keptConnections);
    }

    public SshSettings withKeepIdle(Duration idle) {
        return new SshSettings(
                connectLimit,
                idle,
                keepAlive,
                connectsAtOnce,
                connectsAtOncePerHost,
                commandsPerConnection,
                keptConnections);
    }

    public SshSettings withKeepAlive(Duration interval) {
        return new SshSettings(
                connectLimit,
                keepIdle,
                interval,
                connectsAtOnce,
                connectsAtOncePerHost,
                commandsPerConnection,
                keptConnections);
    }

    public SshSettings withConnectsAtOnce(int overall, int perHost) {
        return new SshSettings(
                connectLimit,
                keepIdle,
                keepAlive,
                overall,
                perHost,
                commandsPerConnection,
                keptConnections);
    }

    public SshSettings withCommandsPerConnection(int commands) {
        return new SshSettings(
                connectLimit,
                keepIdle,
                keepAlive,
                connectsAtOnce,
                connectsAtOncePerHost,
                commands,
                keptConnections);
    }

    public SshSettings withKeptConnections(int connections) {
        return new SshSettings(
                connectLimit,
                keepIdle,
                keepAlive,
                connectsAtOnce,
                connectsAtOncePerHost,
                commandsPerConnection,
                connections);
    }
}
