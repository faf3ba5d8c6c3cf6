package dev.cadastre.server.alerting.received;

import dev.cadastre.server.access.Reach;
import dev.cadastre.server.monitoring.downtime.Downtimes;
import dev.cadastre.server.monitoring.watching.Monitors;
import dev.cadastre.server.monitoring.window.Coverage;
import dev.cadastre.server.topology.impact.Causes;
import dev.cadastre.server.topology.reading.AssetPlaces;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Knows what else is so where alerts are: what is down that they are because of, and which
 * downtimes are about them. Thread-safe.
 */
@Component
class Circumstances {

    private final Monitors monitors;
    private final Causes causes;
    private final Downtimes downtimes;
    private final AssetPlaces places;

    Circumstances(Monitors monitors, Causes causes, Downtimes downtimes, AssetPlaces places) {
        this.monitors = monitors;
        this.causes = causes;
        this.downtimes = downtimes;
        this.places = places;
    }

    /** The same alerts as things are now, in their order. */
    List<Alert> of(Collection<Alert> alerts) {
        if (alerts.isEmpty()) {
            return List.of();
        }
        Map<String, String> down = causes.of(monitors.down(Reach.ALL));
        Coverage lasting = downtimes.lasting();
        Map<String, AssetPlaces.Place> where =
                places.of(alerts.stream().map(Alert::asset).distinct().toList());
        return alerts.stream()
                .map(one ->
                        one.in(down.get(one.asset()), isDown(one, where.get(one.asset()), lasting)))
                .toList();
    }

    /** What is not known ends nothing. */
    private static boolean isDown(Alert one, AssetPlaces.@Nullable Place place, Coverage lasting) {
        return lasting.isAbout(one.asset(), place == null ? 0 : place.host())
                || (one.downtime() && !lasting.isWhole());
    }
}
