package dev.cadastre.server.inventory;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a host can be reached, what listens on it, and with whom it speaks, as the last reports
 * told.
 *
 * @param host its ordinal
 * @param id never changes
 * @param name unique among living hosts
 * @param environment {@code unassigned} if none is known
 * @param groups in the estate's order
 * @param address where the estate reaches it; null if it reports by itself
 * @param lifecycle whether it is still there
 * @param retiredAt when it was retired; null while it lives
 * @param firstSeen when it was declared or first reported
 * @param observedAt server time of the last report; null before the first
 * @param addresses of its interfaces, the one to itself left out
 * @param services what listens
 * @param daemons the names of those that run
 * @param connections all that are remembered; those of the last report were seen last at {@code
 *     observedAt}
 */
public record HostNetwork(
        int host,
        UUID id,
        String name,
        String environment,
        List<String> groups,
        @Nullable String address,
        Lifecycle lifecycle,
        @Nullable Instant retiredAt,
        Instant firstSeen,
        @Nullable Instant observedAt,
        List<Address> addresses,
        List<HostService> services,
        List<String> daemons,
        List<HostConnection> connections) {

    /** Copies the lists. */
    public HostNetwork {
        groups = List.copyOf(groups);
        addresses = List.copyOf(addresses);
        services = List.copyOf(services);
        daemons = List.copyOf(daemons);
        connections = List.copyOf(connections);
    }

    /**
     * An address of an interface.
     *
     * @param device {@code eth0}
     * @param text normalised, with its prefix length: {@code 192.0.2.7/24}
     */
    public record Address(String device, String text) {}
}
