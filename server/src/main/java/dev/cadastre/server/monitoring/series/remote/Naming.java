package dev.cadastre.server.monitoring.series.remote;

import dev.cadastre.plugin.Metric;
import dev.cadastre.plugin.PluginState;
import dev.cadastre.plugin.Range;
import dev.cadastre.plugin.Threshold;
import dev.cadastre.server.monitoring.series.SeriesSubject;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What series are called in a store:
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
final class Naming {

    private static final String PREFIX = "cadastre_perfdata_";

    private Naming() {}

    /** The samples of one result; a value that is not known has none. */
    static List<RemoteSample> values(SeriesSubject subject, long millis, List<Metric> metrics) {
        List<RemoteSample> samples = new ArrayList<>();
        for (Metric metric : metrics) {
            SortedMap<String, String> labels = labels(subject);
            labels.put("label", metric.label());
            labels.put("unit", metric.unit().text());
            add(samples, "value", metric.value(), labels, millis);
            add(samples, "warn", bound(metric.warning()), labels, millis);
            add(samples, "crit", bound(metric.critical()), labels, millis);
            add(samples, "min", metric.least(), labels, millis);
            add(samples, "max", metric.most(), labels, millis);
        }
        return samples;
    }

    /** The sample of a result's state. */
    static RemoteSample state(SeriesSubject subject, long millis, PluginState state) {
        SortedMap<String, String> labels = labels(subject);
        labels.put(RemoteSample.NAME, "cadastre_monitor_state");
        return new RemoteSample(labels, millis, state.exitCode());
    }

    private static SortedMap<String, String> labels(SeriesSubject subject) {
        SortedMap<String, String> labels = new TreeMap<>();
        labels.put("monitor", subject.name());
        labels.put("asset", subject.asset());
        labels.put("environment", subject.environment());
        return labels;
    }

    private static void add(
            List<RemoteSample> samples,
            String what,
            OptionalDouble value,
            SortedMap<String, String> labels,
            long millis) {
        if (value.isPresent()) {
            labels.put(RemoteSample.NAME, PREFIX + what);
            samples.add(new RemoteSample(labels, millis, value.getAsDouble()));
        }
    }

    private static OptionalDouble bound(Threshold threshold) {
        return threshold.range().map(Naming::bound).orElse(OptionalDouble.empty());
    }

    private static OptionalDouble bound(Range range) {
        double bound = Double.isInfinite(range.end()) ? range.start() : range.end();
        return Double.isInfinite(bound) ? OptionalDouble.empty() : OptionalDouble.of(bound);
    }
}
