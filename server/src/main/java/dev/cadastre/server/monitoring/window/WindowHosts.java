package dev.cadastre.server.monitoring.window;

import dev.cadastre.server.search.StandingQueries;
import dev.cadastre.server.topology.AssetName;
import dev.cadastre.server.topology.reading.AssetPlaces;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Scope;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/**
 * Finds the hosts that windows are about. One whose hosts cannot be found just now is about those
 * that it was about before, so that nothing ends it but its end. Each kind of windows has one of
 * these of its own, since their ids mean something there only. Thread-safe.
 */
@NamedInterface("window")
@Component
@Scope(BeanDefinition.SCOPE_PROTOTYPE)
public class WindowHosts {

    private static final String HOST = AssetName.HOST + ":";
    private static final RoaringBitmap NOWHERE = new RoaringBitmap();

    private final AssetPlaces places;
    private final StandingQueries queries;
    private final Map<Long, RoaringBitmap> answers = new ConcurrentHashMap<>();

    WindowHosts(AssetPlaces places, StandingQueries queries) {
        this.places = places;
        this.queries = queries;
    }

    /** What all that last are about. */
    Coverage of(List<Window> lasting) {
        answers.keySet().retainAll(lasting.stream().map(Window::id).toList());
        return new Coverage(
                lasting.stream().map(one -> new Coverage.Subject(one, hosts(one))).toList(),
                lasting.isEmpty() || places.isReady());
    }

    private RoaringBitmap hosts(Window one) {
        Optional<RoaringBitmap> found = found(one);
        found.ifPresent(hosts -> answers.put(one.id(), hosts));
        return found.orElseGet(() -> answers.getOrDefault(one.id(), NOWHERE));
    }

    private Optional<RoaringBitmap> found(Window one) {
        String q = one.q();
        String asset = one.asset();
        if (q != null) {
            return queries.hosts(q);
        }
        return asset == null || !asset.startsWith(HOST) ? Optional.of(NOWHERE) : host(asset);
    }

    /** None if it is not on the map; empty if that is not known yet. */
    private Optional<RoaringBitmap> host(String asset) {
        if (!places.isReady()) {
            return Optional.empty();
        }
        RoaringBitmap hosts = new RoaringBitmap();
        places.of(List.of(asset)).values().stream()
                .mapToInt(AssetPlaces.Place::host)
                .filter(host -> host != 0)
                .forEach(hosts::add);
        return Optional.of(hosts);
    }
}
