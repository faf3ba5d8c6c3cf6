package dev.cadastre.server.estate;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How to sign in to a host.
 *
 * @param user the user; null for the one the server runs as
 * @param port the TCP port
 * @param identities paths of private key files, {@code ~} not yet expanded; empty for the agent and
 *     the usual files in {@code ~/.ssh}
 * @param jumps the hosts to go through, in order; empty for a direct connection
 * @param hostKeys what to do with a host key that is not known yet
 * @param timeout how long to wait for each step of connecting
 */
public record SshSettings(
        @Nullable String user,
        int port,
        List<String> identities,
        List<SshJump> jumps,
        HostKeys hostKeys,
        Duration timeout) {

    /** What holds where nothing is stated. */
    public static final SshSettings DEFAULT =
            new SshSettings(null, 22, List.of(), List.of(), HostKeys.PIN, Duration.ofSeconds(10));

    /** What to do with a host key that is not known yet. */
    public enum HostKeys {
        /** Remember it at first sight, refuse another one later. */
        PIN,
        /** Refuse it. */
        STRICT
    }

    /** Keeps copies of the lists. */
    public SshSettings {
        identities = List.copyOf(identities);
        jumps = List.copyOf(jumps);
    }
}
