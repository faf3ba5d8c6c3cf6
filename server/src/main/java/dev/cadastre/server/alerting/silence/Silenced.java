package dev.cadastre.server.alerting.silence;

import dev.cadastre.server.access.Reach;
import dev.cadastre.server.alerting.Incident;
import dev.cadastre.server.search.Queries;
import dev.cadastre.server.search.QueryRefused;
import dev.cadastre.server.search.QueryTooSlow;
import dev.cadastre.server.topology.reading.AssetPlaces;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Finds which incidents silences are about. Thread-safe. */
@Component
class Silenced {

    private static final Logger log = LoggerFactory.getLogger(Silenced.class);
    private static final String HOST = "host:";

    private final AssetPlaces places;
    private final Queries queries;

    Silenced(AssetPlaces places, Queries queries) {
        this.places = places;
        this.queries = queries;
    }

    /** For each incident that one is about, by its id, the one that lasts longest. */
    Map<Long, Silence> of(Collection<Incident> incidents, List<Silence> lasting) {
        Map<Long, Silence> covering = new HashMap<>();
        if (lasting.isEmpty() || incidents.isEmpty()) {
            return covering;
        }
        Map<String, AssetPlaces.Place> where =
                places.of(incidents.stream().map(Incident::cause).distinct().toList());
        for (Silence silence : lasting) {
            RoaringBitmap hosts = hosts(silence);
            for (Incident incident : incidents) {
                if (isAbout(silence, hosts, incident, where.get(incident.cause()))) {
                    covering.merge(
                            incident.id(),
                            silence,
                            (one, other) -> one.ends().isBefore(other.ends()) ? other : one);
                }
            }
        }
        return covering;
    }

    private static boolean isAbout(
            Silence silence,
            RoaringBitmap hosts,
            Incident incident,
            AssetPlaces.@Nullable Place cause) {
        return incident.cause().equals(silence.asset())
                || (cause != null && cause.host() != 0 && hosts.contains(cause.host()));
    }

    private RoaringBitmap hosts(Silence silence) {
        RoaringBitmap hosts = new RoaringBitmap();
        String asset = silence.asset();
        String q = silence.q();
        if (asset != null && asset.startsWith(HOST)) {
            places.of(List.of(asset)).values().stream()
                    .filter(place -> place.host() != 0)
                    .forEach(place -> hosts.add(place.host()));
        }
        if (q != null) {
            hosts.or(matching(q));
        }
        return hosts;
    }

    private RoaringBitmap matching(String q) {
        try {
            return queries.hosts(q, queries.parse(q), null, Reach.ALL);
        } catch (QueryRefused | QueryTooSlow failure) {
            log.warn("A silence's query cannot be answered", failure);
            return new RoaringBitmap();
        }
    }
}
