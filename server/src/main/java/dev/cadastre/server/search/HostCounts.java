package dev.cadastre.server.search;

import java.util.List;
import java.util.SortedMap;

/**
 * How many hosts a query finds.
 *
 * @param hosts how many in all
 * @param values how many by value; a host may have several values, or none
 */
public record HostCounts(long hosts, List<Value> values) {

    /** Copies the values. */
    public HostCounts {
        values = List.copyOf(values);
    }

    /**
     * A value.
     *
     * @param hosts how many have it
     * @param environments the same by environment, those without such hosts left out
     */
    public record Value(String value, long hosts, SortedMap<String, Long> environments) {}
}
