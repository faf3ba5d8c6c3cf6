package dev.cadastre.api.monitor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody found of several monitors.
 *
 * @param items in the order in which they were found
 */
public record MonitorResults(List<Item> items) {

    /**
     * One of them.
     *
     * @param monitor the monitor's id; null if its asset and name are given
     * @param asset the monitor's asset; null if its id is given
     * @param name the monitor's name; null if its id is given
     * @param state what the result says
     * @param output as a plug-in prints it
     */
    public record Item(
            @Nullable Long monitor,
            @Nullable String asset,
            @Nullable String name,
            ResultState state,
            String output) {}
}
