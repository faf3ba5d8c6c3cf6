package dev.cadastre.server.storage;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What changed in the values of a subject, by key.
 *
 * @param opened new keys with their values
 * @param closed keys that have no value any longer, with their last
 * @param changed keys with another value than before
 */
public record IntervalChanges(
        SortedMap<String, String> opened,
        SortedMap<String, String> closed,
        SortedMap<String, Change> changed) {

    /** No change. */
    public static final IntervalChanges NONE = new IntervalChanges(Map.of(), Map.of(), Map.of());

    /** Sorts and copies. */
    public IntervalChanges(
            Map<String, String> opened, Map<String, String> closed, Map<String, Change> changed) {
        this(new TreeMap<>(opened), new TreeMap<>(closed), new TreeMap<>(changed));
    }

    /** Whether nothing changed. */
    public boolean none() {
        return opened.isEmpty() && closed.isEmpty() && changed.isEmpty();
    }

    /**
     * One value in the place of another.
     *
     * @param from the value before
     * @param to the value now
     */
    public record Change(String from, String to) {}
}
