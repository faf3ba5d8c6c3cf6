package dev.cadastre.cli.offline;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A host, and how this machine reaches it.
 *
 * @param name by which people, locks and journals know it
 * @param address a name or an IP address
 * @param port of its SSH server
 * @param user to sign in as; null for the one who runs the command
 * @param identities paths of private keys; empty for the agent and the usual files
 * @param jumps what it is reached through, in order
 * @param values that the estate states for it
 */
public record OfflineHost(
        String name,
        String address,
        int port,
        @Nullable String user,
        List<String> identities,
        List<Jump> jumps,
        Map<String, String> values) {

    /** Copies what can be changed. */
    public OfflineHost {
        identities = List.copyOf(identities);
        jumps = List.copyOf(jumps);
        values = Map.copyOf(values);
    }

    /** A host on the way to another. */
    public record Jump(String address, int port, @Nullable String user, List<String> identities) {
        /** Copies what can be changed. */
        public Jump {
            identities = List.copyOf(identities);
        }
    }
}
