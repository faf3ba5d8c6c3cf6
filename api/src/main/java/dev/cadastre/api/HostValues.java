package dev.cadastre.api;

import java.util.List;

/**
 * The values that the estate file gives a host.
 *
 * @param items sorted by key
 */
public record HostValues(String host, List<Value> items) {

    /** Copies the items. */
    public HostValues {
        items = List.copyOf(items);
    }

    /**
     * One value and the line that states it.
     *
     * @param section the section it was found in, {@code group web}
     */
    public record Value(String key, String value, String file, int line, String section) {}
}
