package dev.cadastre.api;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many hosts have a value.
 *
 * @param value what they are counted by, such as a version
 * @param hosts how many there are in all
 * @param environments how many of them in each environment that has any
 */
public record HostCount(String value, long hosts, Map<String, Long> environments) {

    /** Copies the environments, and orders them. */
    public HostCount {
        SortedMap<String, Long> ordered = new TreeMap<>(environments);
        environments = Collections.unmodifiableSortedMap(ordered);
    }
}
