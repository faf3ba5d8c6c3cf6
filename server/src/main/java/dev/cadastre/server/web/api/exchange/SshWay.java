package dev.cadastre.server.web.api.exchange;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a host is reached by SSH.
 *
 * @param address an IP address or a DNS name
 * @param user null where the estate names none, or one that other tools would not take as it is
 * @param port the TCP port
 * @param jumps the hosts on the way, in order
 */
public record SshWay(String address, @Nullable String user, int port, List<Jump> jumps) {

    /** Copies what can be changed. */
    public SshWay {
        jumps = List.copyOf(jumps);
    }

    /**
     * A host to go through.
     *
     * @param name the name of the declared host; null if nothing declares it
     * @param namedUser the user that is to be another than the declared host's own; null if none
     * @param namedPort the port that is to be another than the declared host's own; null if none
     * @param address where it is
     * @param user as whom; null where the estate names nobody
     * @param port the TCP port
     */
    public record Jump(
            @Nullable String name,
            @Nullable String namedUser,
            @Nullable Integer namedPort,
            String address,
            @Nullable String user,
            int port) {

        /** For a reader that has a block for each declared host. */
        String byName() {
            return name == null ? byAddress() : written(name, namedUser, namedPort);
        }

        /** For a reader that knows of nothing else. */
        String byAddress() {
            return written(address.contains(":") ? "[" + address + "]" : address, user, port);
        }

        private static String written(String host, @Nullable String user, @Nullable Integer port) {
            return (user == null ? "" : user + "@") + host + (port == null ? "" : ":" + port);
        }
    }

    /** The jumps as {@code ssh -J} takes them, where declared hosts have blocks of their names. */
    String jumpsByName() {
        return jumps.stream().map(Jump::byName).collect(Collectors.joining(","));
    }

    /** The jumps as {@code ssh -J} takes them. */
    public String jumpsByAddress() {
        return jumps.stream().map(Jump::byAddress).collect(Collectors.joining(","));
    }
}
