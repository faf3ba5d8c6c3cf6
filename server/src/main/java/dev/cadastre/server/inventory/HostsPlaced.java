package dev.cadastre.server.inventory;

import java.util.List;

/**
 * Hosts are new, retired or erased, or have another name, environment or address. Published in the
 * transaction that changes them.
 *
 * @param hosts their ordinals
 */
public record HostsPlaced(List<Integer> hosts) {

    /** Copies the ordinals. */
    public HostsPlaced {
        hosts = List.copyOf(hosts);
    }
}
