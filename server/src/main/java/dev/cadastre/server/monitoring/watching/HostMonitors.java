package dev.cadastre.server.monitoring.watching;

import dev.cadastre.plugin.Metric;
import dev.cadastre.plugin.Perfdata;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.monitoring.LastResult;
import dev.cadastre.server.monitoring.keeping.MonitorBook;
import dev.cadastre.server.monitoring.keeping.Watched;
import dev.cadastre.server.monitoring.series.Series;
import dev.cadastre.server.monitoring.series.SeriesLine;
import dev.cadastre.server.topology.reading.AssetPlaces;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;

/** What is monitored of one host and of all that is on it. Thread-safe. */
@NamedInterface("watching")
@Service
public class HostMonitors {

    private final MonitorBook book;
    private final Monitors monitors;
    private final Series series;
    private final AssetPlaces places;

    HostMonitors(MonitorBook book, Monitors monitors, Series series, AssetPlaces places) {
        this.book = book;
        this.monitors = monitors;
        this.series = series;
        this.places = places;
    }

    /** Those of a host within reach, the worst first; none if there is no such host. */
    public List<Monitor> of(String host, Reach reach) {
        return monitors.shown(
                watched(host, reach).stream()
                        .sorted(Comparator.comparing(OverviewPlace::of))
                        .toList());
    }

    private List<Watched> watched(String host, Reach reach) {
        String asset = "host:" + host;
        int ordinal =
                Optional.ofNullable(places.of(List.of(asset)).get(asset))
                        .map(AssetPlaces.Place::host)
                        .orElse(0);
        return book.after(0).stream()
                .filter(one -> isOf(one, asset, ordinal))
                .filter(one -> reach.covers(one.row().environment()))
                .toList();
    }

    private static boolean isOf(Watched one, String asset, int ordinal) {
        return one.row().asset().equals(asset) || (ordinal != 0 && one.row().host() == ordinal);
    }

    /**
     * How the first value of each monitor was over a time, by the monitor's id; those that measured
     * nothing are left out.
     *
     * @param points how many points each may have
     */
    public Map<Long, SeriesLine> firstValues(
            Collection<Monitor> shown, Instant from, Instant to, int points) {
        Map<Long, SeriesLine> lines = new HashMap<>();
        for (Monitor one : shown) {
            firstLabel(one.last())
                    .flatMap(label ->
                            series
                                    .read(one.row().id(), label::equals, from, to, points)
                                    .lines()
                                    .stream()
                                    .findFirst())
                    .ifPresent(line -> lines.put(one.row().id(), line));
        }
        return lines;
    }

    private static Optional<String> firstLabel(@Nullable LastResult last) {
        return last == null || last.metrics().isEmpty()
                ? Optional.empty()
                : Perfdata.parse(last.metrics().getFirst()).metrics().stream()
                        .findFirst()
                        .map(Metric::label);
    }
}
