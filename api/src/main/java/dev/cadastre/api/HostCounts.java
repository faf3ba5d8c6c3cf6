package dev.cadastre.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many hosts a query finds.
 *
 * @param hosts how many in all
 * @param items how many by value, the most first; a host may have several values, or none
 * @param next always null, since the list is whole
 */
public record HostCounts(long hosts, List<HostCount> items, @Nullable String next) {

    /** Copies the items. */
    public HostCounts {
        items = List.copyOf(items);
    }
}
