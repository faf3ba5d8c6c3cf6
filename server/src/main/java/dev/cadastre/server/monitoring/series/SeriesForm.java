package dev.cadastre.server.monitoring.series;

import dev.cadastre.plugin.Metric;
import dev.cadastre.plugin.PluginState;
import java.time.Instant;
import java.util.List;

/** Takes values over time. Thread-safe; no call waits for a disk or a network. */
public interface SeriesForm {

    /**
     * Keeps the values of one result. What cannot be kept is counted, see {@link #figures}: results
     * of monitors that are not known, results not later than the one before, and results that come
     * faster than they can be written for long.
     *
     * @param at when the values were so; whole seconds are kept
     * @param metrics those with no value, and those that an earlier result had and this has not,
     *     become a gap
     */
    void store(long monitor, Instant at, List<Metric> metrics);

    /** Keeps the state of one result, if the form keeps states. */
    void state(long monitor, Instant at, PluginState state);

    /** Removes all that is kept of a monitor, whose number is not used again. */
    void forget(long monitor);

    /** How it does. */
    SeriesFigures figures();
}
