package dev.cadastre.server.web.api.metrics;

import dev.cadastre.plugin.PluginState;
import dev.cadastre.server.monitoring.LastResult;
import dev.cadastre.server.monitoring.MonitorState;
import dev.cadastre.server.monitoring.series.SeriesSample;
import dev.cadastre.server.monitoring.series.SeriesSamples;
import dev.cadastre.server.monitoring.series.SeriesSubject;
import dev.cadastre.server.monitoring.watching.Monitor;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the last results of monitors measured, as samples under the names of remote write. Pure.
 *
 * @param name of the metric
 * @param help what it tells
 */
record Perfdata(String name, String help) {

    private static final String CHECKED = "cadastre_monitor_checked_timestamp_seconds";

    /** All metrics, in the order in which they are written. */
    static List<Perfdata> all() {
        List<Perfdata> all = new ArrayList<>();
        all.add(
                new Perfdata(
                        SeriesSamples.STATE,
                        "What the last check said: 0 ok, 1 warning, 2 critical, 3 unknown."));
        all.add(new Perfdata(CHECKED, "When the last check ended."));
        for (String part : SeriesSamples.PARTS) {
            all.add(
                    new Perfdata(
                            SeriesSamples.PREFIX + part,
                            "The %s of what the last check measured, in its unit."
                                    .formatted(part)));
        }
        return all;
    }

    /** The samples of this metric that a monitor has; none before its first result. */
    List<SeriesSample> of(Monitor monitor) {
        LastResult last = monitor.last();
        if (last == null) {
            return List.of();
        }
        SeriesSubject subject =
                new SeriesSubject(
                        monitor.row().name(),
                        monitor.row().asset(),
                        monitor.row().environment(),
                        monitor.definition().interval());
        long millis = last.at().toEpochMilli();
        if (name.startsWith(SeriesSamples.PREFIX)) {
            String perfdata = String.join(" ", last.metrics());
            return SeriesSamples.values(
                            subject, millis, dev.cadastre.plugin.Perfdata.parse(perfdata).metrics())
                    .stream()
                    .filter(sample -> name.equals(sample.labels().get(SeriesSample.NAME)))
                    .toList();
        }
        SeriesSample state = SeriesSamples.state(subject, millis, state(last.state()));
        if (name.equals(SeriesSamples.STATE)) {
            return List.of(state);
        }
        SortedMap<String, String> labels = new TreeMap<>(state.labels());
        labels.put(SeriesSample.NAME, name);
        return List.of(new SeriesSample(labels, millis, millis / 1e3));
    }

    private static PluginState state(MonitorState state) {
        return switch (state) {
            case OK -> PluginState.OK;
            case WARNING -> PluginState.WARNING;
            case CRITICAL -> PluginState.CRITICAL;
            case UNKNOWN, PENDING -> PluginState.UNKNOWN;
        };
    }
}
