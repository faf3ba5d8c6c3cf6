package dev.cadastre.server.topology.socket;

import dev.cadastre.server.estate.Port;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one host's sockets say, understood by what it alone knows.
 *
 * @param host its ordinal
 * @param name its name
 * @param addresses of its interfaces, without their prefixes
 * @param inside the networks behind it that others do not see, those of its containers
 * @param listeners who listens where
 * @param lines with whom it speaks
 */
public record HostSockets(
        int host,
        String name,
        List<String> addresses,
        List<String> inside,
        SortedMap<Port, Speaker> listeners,
        List<SpokenLine> lines) {

    /** Copies all. */
    public HostSockets {
        addresses = List.copyOf(addresses);
        inside = List.copyOf(inside);
        listeners = new TreeMap<>(listeners);
        lines = List.copyOf(lines);
    }

    /** A host of which nothing is known but its name. */
    public static HostSockets silent(int host, String name) {
        return new HostSockets(
                host, name, List.of(), List.of(), new TreeMap<>(Map.of()), List.of());
    }
}
