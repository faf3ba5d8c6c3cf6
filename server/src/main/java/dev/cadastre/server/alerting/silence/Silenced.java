package dev.cadastre.server.alerting.silence;

import dev.cadastre.server.alerting.Incident;
import dev.cadastre.server.search.StandingQueries;
import dev.cadastre.server.topology.reading.AssetPlaces;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/** Finds which incidents silences are about. Thread-safe. */
@Component
class Silenced {

    private static final String HOST = "host:";
    private static final RoaringBitmap NOWHERE = new RoaringBitmap();

    private final AssetPlaces places;
    private final StandingQueries queries;
    private final Map<Long, RoaringBitmap> answers = new ConcurrentHashMap<>();

    Silenced(AssetPlaces places, StandingQueries queries) {
        this.places = places;
        this.queries = queries;
    }

    /** For each incident that one is about, by its id, the one that lasts longest. */
    Map<Long, Silence> of(Collection<Incident> incidents, List<Silence> lasting) {
        Map<Long, Silence> covering = new HashMap<>();
        answers.keySet().retainAll(lasting.stream().map(Silence::id).toList());
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
            hosts.or(matching(silence.id(), q));
        }
        return hosts;
    }

    /** A query that cannot be answered just now ends no silence. */
    private RoaringBitmap matching(long silence, String q) {
        RoaringBitmap hosts =
                queries.hosts(q).orElseGet(() -> answers.getOrDefault(silence, NOWHERE));
        answers.put(silence, hosts);
        return hosts;
    }
}
