package dev.cadastre.server.inventory.query;

import java.util.List;

/**
 * What a host is called and where it belongs.
 *
 * @param living whether it is not retired
 */
public record HostPlace(String name, String environment, List<String> groups, boolean living) {

    /** Copies the groups. */
    public HostPlace {
        groups = List.copyOf(groups);
    }
}
