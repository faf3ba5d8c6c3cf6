package dev.cadastre.server.monitoring.series;

import dev.cadastre.plugin.Metric;
import dev.cadastre.plugin.PluginState;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/**
 * The values of monitors over time. Thread-safe. Storing and forgetting wait for no disk and no
 * network; reading waits for the disk, and knows all that was stored but for the last moments.
 */
public interface Series {

    /** See {@link SeriesForm#store}. */
    void store(long monitor, Instant at, List<Metric> metrics);

    /** See {@link SeriesForm#state}. */
    void state(long monitor, Instant at, PluginState state);

    /**
     * Values of a time.
     *
     * @param label which of them are meant
     * @param from the beginning
     * @param to the end, later than the beginning
     * @param points how many points a line may have, apart from one cut at either end; 1..10,000
     */
    SeriesAnswer read(long monitor, Predicate<String> label, Instant from, Instant to, int points);

    /** What was told last of all values that are kept, in the order of their names. */
    List<SeriesLabel> labels(long monitor);

    /** See {@link SeriesForm#forget}. */
    void forget(long monitor);

    /** How each form does that is in use. */
    List<SeriesFigures> figures();
}
