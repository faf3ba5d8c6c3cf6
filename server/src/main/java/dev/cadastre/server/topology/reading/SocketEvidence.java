package dev.cadastre.server.topology.reading;

import dev.cadastre.server.estate.Port;
import dev.cadastre.server.inventory.HostConnection;
import dev.cadastre.server.inventory.HostConnection.Direction;
import dev.cadastre.server.inventory.HostNetwork;
import dev.cadastre.server.topology.AssetName;
import dev.cadastre.server.topology.Evidence;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the connections by which a relation between a program and a service is known. Pure. */
final class SocketEvidence {

    private SocketEvidence() {}

    /**
     * Adds those of both hosts.
     *
     * @param source the host that goes there; null if it is a stranger
     * @param target the host that it goes to; null likewise
     */
    static void between(
            @Nullable HostNetwork source,
            AssetName client,
            @Nullable HostNetwork target,
            AssetName service,
            List<Evidence> found) {
        String port = service.kind().equals(AssetName.SERVICE) ? service.bare() : null;
        if (source != null) {
            add(source, Direction.OUT, port, addresses(target, service), client, found);
        }
        if (target != null && (source == null || source.host() != target.host())) {
            add(target, Direction.IN, port, addresses(source, client), null, found);
        }
    }

    private static Set<String> addresses(@Nullable HostNetwork host, AssetName stranger) {
        return host == null
                ? Set.of(stranger.name())
                : Stream.concat(
                                Stream.of("127.0.0.1", "::1"),
                                host.addresses().stream()
                                        .map(address -> address.text().replaceFirst("/.*", "")))
                        .collect(Collectors.toSet());
    }

    private static void add(
            HostNetwork host,
            Direction direction,
            @Nullable String port,
            Set<String> peers,
            @Nullable AssetName client,
            List<Evidence> found) {
        List<HostConnection> fitting =
                host.connections().stream()
                        .filter(connection -> connection.direction() == direction)
                        .filter(connection -> port == null || port.equals(port(connection)))
                        .filter(connection -> peers.contains(connection.remoteAddress()))
                        .toList();
        List<HostConnection> own =
                fitting.stream()
                        .filter(connection -> client == null || fits(connection, client))
                        .toList();
        // A program may go by the name of what it is, and not by that of its process.
        (own.isEmpty() ? fitting : own).forEach(line -> found.add(Evidences.of(host, line)));
    }

    private static String port(HostConnection connection) {
        return new Port(connection.servicePort(), connection.protocol()).toString();
    }

    private static boolean fits(HostConnection connection, AssetName client) {
        String name = client.bare();
        return name.equals(connection.process()) || name.equals(connection.account());
    }
}
