package dev.cadastre.server.monitoring.series;

import dev.cadastre.plugin.Metric;
import dev.cadastre.plugin.PluginState;
import dev.cadastre.plugin.Range;
import dev.cadastre.plugin.Threshold;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What results are called for Prometheus, in a store and where they are scraped:
 *
 * <ul>
 *   <li>{@code cadastre_perfdata_value{monitor,asset,environment,label,unit}} in the unit as told,
 *       with {@code _warn}, {@code _crit} (the bound that is nearer to alerting from below, or the
 *       only one), {@code _min} and {@code _max} beside it where they are told;
 *   <li>{@code cadastre_monitor_state{monitor,asset,environment}}, 0 to 3 as plug-ins exit.
 * </ul>
 *
 * Pure.
 */
public final class SeriesSamples {

    /** The name of a monitor's state, 0 to 3. */
    public static final String STATE = "cadastre_monitor_state";

    /** What names of measured values begin with; {@link #PARTS} end them. */
    public static final String PREFIX = "cadastre_perfdata_";

    private static final String VALUE = "value";
    private static final String WARN = "warn";
    private static final String CRIT = "crit";
    private static final String MIN = "min";
    private static final String MAX = "max";

    /** What is told of a measured value, the value itself first. */
    public static final List<String> PARTS = List.of(VALUE, WARN, CRIT, MIN, MAX);

    private SeriesSamples() {}

    /** The samples of one result; a value that is not known has none. */
    public static List<SeriesSample> values(
            SeriesSubject subject, long millis, List<Metric> metrics) {
        List<SeriesSample> samples = new ArrayList<>();
        for (Metric metric : metrics) {
            SortedMap<String, String> labels = labels(subject);
            labels.put("label", metric.label());
            labels.put("unit", metric.unit().text());
            add(samples, VALUE, metric.value(), labels, millis);
            add(samples, WARN, bound(metric.warning()), labels, millis);
            add(samples, CRIT, bound(metric.critical()), labels, millis);
            add(samples, MIN, metric.least(), labels, millis);
            add(samples, MAX, metric.most(), labels, millis);
        }
        return samples;
    }

    /** The sample of a result's state. */
    public static SeriesSample state(SeriesSubject subject, long millis, PluginState state) {
        SortedMap<String, String> labels = labels(subject);
        labels.put(SeriesSample.NAME, STATE);
        return new SeriesSample(labels, millis, state.exitCode());
    }

    private static SortedMap<String, String> labels(SeriesSubject subject) {
        SortedMap<String, String> labels = new TreeMap<>();
        labels.put("monitor", subject.name());
        labels.put("asset", subject.asset());
        labels.put("environment", subject.environment());
        return labels;
    }

    private static void add(
            List<SeriesSample> samples,
            String what,
            OptionalDouble value,
            SortedMap<String, String> labels,
            long millis) {
        if (value.isPresent()) {
            labels.put(SeriesSample.NAME, PREFIX + what);
            samples.add(new SeriesSample(labels, millis, value.getAsDouble()));
        }
    }

    private static OptionalDouble bound(Threshold threshold) {
        return threshold.range().map(SeriesSamples::bound).orElse(OptionalDouble.empty());
    }

    private static OptionalDouble bound(Range range) {
        double bound = Double.isInfinite(range.end()) ? range.start() : range.end();
        return Double.isInfinite(bound) ? OptionalDouble.empty() : OptionalDouble.of(bound);
    }
}
