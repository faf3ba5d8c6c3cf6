package dev.cadastre.server.monitoring.defining;

import dev.cadastre.server.estate.Environment;
import dev.cadastre.server.inventory.HostNetworks;
import dev.cadastre.server.monitoring.MonitorDefinition;
import dev.cadastre.server.monitoring.keeping.DefinitionRow;
import dev.cadastre.server.monitoring.keeping.MonitorTable;
import dev.cadastre.server.search.StandingQueries;
import dev.cadastre.server.topology.reading.AssetPlaces;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/** Finds what definitions are about. Thread-safe. */
@Component
class Coverings {

    private static final String HOST = "host:";
    private static final String PARAMETER = "${host}";

    private final StandingQueries queries;
    private final HostNetworks hosts;
    private final AssetPlaces places;

    Coverings(StandingQueries queries, HostNetworks hosts, AssetPlaces places) {
        this.queries = queries;
        this.hosts = hosts;
        this.places = places;
    }

    /** What a row says. */
    record Meant(DefinitionRow row, MonitorDefinition definition) {}

    /**
     * All that is to be checked.
     *
     * @param kept what is taken for a definition whose query cannot be answered just now, by id
     */
    List<MonitorTable.Fresh> of(
            Collection<Meant> definitions, Map<Long, List<MonitorTable.Fresh>> kept) {
        List<MonitorTable.Fresh> wanted = new ArrayList<>();
        List<Meant> named = new ArrayList<>();
        Map<Meant, RoaringBitmap> found = new HashMap<>();
        RoaringBitmap all = new RoaringBitmap();
        for (Meant one : definitions) {
            String q = one.definition().q();
            if (q == null) {
                named.add(one);
                continue;
            }
            queries.hosts(q)
                    .ifPresentOrElse(
                            matching -> {
                                found.put(one, matching);
                                all.or(matching);
                            },
                            () -> wanted.addAll(kept(one, kept)));
        }
        Map<Integer, HostNetworks.Placed> placed = hosts.placed(all.toArray());
        found.forEach((one, matching) ->
                matching.forEach((int host) -> {
                    HostNetworks.Placed place = placed.get(host);
                    if (place != null) {
                        wanted.add(on(one, host, place));
                    }
                }));
        if (isReady()) {
            wanted.addAll(assets(named));
        } else {
            named.forEach(one -> wanted.addAll(kept(one, kept)));
        }
        return wanted;
    }

    /** Whether the assets are known; what names one is left as it is until then. */
    boolean isReady() {
        return places.isReady();
    }

    private static List<MonitorTable.Fresh> kept(
            Meant one, Map<Long, List<MonitorTable.Fresh>> kept) {
        return kept.getOrDefault(one.row().id(), List.of());
    }

    /** Where an asset is; empty if it is not known, or lies in no environment. */
    Optional<String> environment(String asset) {
        return Optional.ofNullable(places.of(List.of(asset)).get(asset))
                .map(AssetPlaces.Place::environment);
    }

    private static MonitorTable.Fresh on(Meant one, int host, HostNetworks.Placed place) {
        String asset = Objects.requireNonNullElse(one.definition().asset(), HOST + PARAMETER);
        return new MonitorTable.Fresh(
                one.row().id(),
                one.row().name(),
                asset.replace(PARAMETER, place.name()),
                host,
                place.environment());
    }

    private List<MonitorTable.Fresh> assets(List<Meant> named) {
        Map<String, AssetPlaces.Place> known =
                places.of(
                        named.stream()
                                .map(one -> Objects.requireNonNull(one.definition().asset()))
                                .toList());
        List<MonitorTable.Fresh> wanted = new ArrayList<>();
        for (Meant one : named) {
            String asset = Objects.requireNonNull(one.definition().asset());
            AssetPlaces.Place place = known.get(asset);
            if (place != null) {
                wanted.add(
                        new MonitorTable.Fresh(
                                one.row().id(),
                                one.row().name(),
                                asset,
                                place.host(),
                                Objects.requireNonNullElse(
                                        place.environment(), Environment.UNASSIGNED)));
            }
        }
        return wanted;
    }
}
