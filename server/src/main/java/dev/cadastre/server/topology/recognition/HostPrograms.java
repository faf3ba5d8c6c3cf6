package dev.cadastre.server.topology.recognition;

import dev.cadastre.server.estate.Port;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a host tells of all its programs together. What is not known is empty.
 *
 * @param packages what is installed; those of no product may be left out, see {@link
 *     Recognition#isOfProduct}
 * @param daemons the units that are active, without {@code .service}
 * @param accepted the accounts of connections that came in, by the port they came to: a listener of
 *     root's is often served by another account
 */
public record HostPrograms(
        List<Installed> packages, Set<String> daemons, Map<Port, Set<String>> accepted) {
    /** Nothing is known. */
    public static final HostPrograms UNKNOWN = new HostPrograms(List.of(), Set.of(), Map.of());

    /** Keeps copies. */
    public HostPrograms {
        packages = List.copyOf(packages);
        daemons = Set.copyOf(daemons);
        accepted = Map.copyOf(accepted);
    }
}
