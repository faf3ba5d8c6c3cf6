package dev.cadastre.server.inventory.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/** Hosts by name, environment and group, the retired ones too. Not thread-safe. */
final class PlaceIndex {

    /** Fewer hosts are sorted; more are taken from all in their order. */
    private static final int SORTED = 2_000;

    private final Map<Integer, HostPlace> places = new HashMap<>();
    private final Map<Integer, Long> revisions = new HashMap<>();
    private final NavigableMap<String, RoaringBitmap> names = new TreeMap<>();
    private final Inverted<String> environments = Inverted.ordered();
    private final Inverted<String> groups = Inverted.unordered();
    private final RoaringBitmap living = new RoaringBitmap();

    /** Takes this for the host's place, unless a later one is known. */
    void put(int host, long revision, HostPlace place) {
        Long known = revisions.get(host);
        if (known != null && known >= revision) {
            return;
        }
        leave(host);
        revisions.put(host, revision);
        places.put(host, place);
        names.computeIfAbsent(place.name(), name -> new RoaringBitmap()).add(host);
        environments.add(place.environment(), host);
        place.groups().forEach(group -> groups.add(group, host));
        if (place.living()) {
            living.add(host);
        }
    }

    /** There is no such host any longer, and never will be. */
    void erase(int host) {
        leave(host);
        revisions.put(host, Long.MAX_VALUE);
    }

    private void leave(int host) {
        HostPlace place = places.remove(host);
        if (place != null) {
            living.remove(host);
            environments.remove(place.environment(), host);
            place.groups().forEach(group -> groups.remove(group, host));
            RoaringBitmap namesakes = Objects.requireNonNull(names.get(place.name()));
            namesakes.remove(host);
            if (namesakes.isEmpty()) {
                names.remove(place.name());
            }
        }
    }

    /** Not to be changed. */
    NavigableMap<String, RoaringBitmap> names() {
        return names;
    }

    Inverted<String> environments() {
        return environments;
    }

    Inverted<String> groups() {
        return groups;
    }

    /** Not to be changed. */
    RoaringBitmap living() {
        return living;
    }

    /**
     * The first hosts of some, by name and ordinal.
     *
     * @param afterName where to begin; null for the first
     * @param afterOrdinal the same among hosts of that name
     */
    List<Integer> first(
            RoaringBitmap some, @Nullable String afterName, int afterOrdinal, int limit) {
        return some.getLongCardinality() <= SORTED
                ? sorted(some, afterName, afterOrdinal, limit)
                : walked(some, afterName, afterOrdinal, limit);
    }

    private List<Integer> sorted(
            RoaringBitmap some, @Nullable String afterName, int afterOrdinal, int limit) {
        record Named(String name, int host) {}
        List<Named> named = new ArrayList<>();
        some.forEach((int host) -> {
            HostPlace place = places.get(host);
            if (place != null && isAfter(place.name(), host, afterName, afterOrdinal)) {
                named.add(new Named(place.name(), host));
            }
        });
        named.sort(Comparator.comparing(Named::name).thenComparingInt(Named::host));
        return named.stream().limit(limit).map(Named::host).toList();
    }

    private List<Integer> walked(
            RoaringBitmap some, @Nullable String afterName, int afterOrdinal, int limit) {
        List<Integer> first = new ArrayList<>();
        NavigableMap<String, RoaringBitmap> rest =
                afterName == null ? names : names.tailMap(afterName, true);
        for (Map.Entry<String, RoaringBitmap> namesakes : rest.entrySet()) {
            for (int host : namesakes.getValue()) {
                if (some.contains(host)
                        && isAfter(namesakes.getKey(), host, afterName, afterOrdinal)) {
                    first.add(host);
                }
            }
            if (first.size() >= limit) {
                return first.subList(0, limit);
            }
        }
        return first;
    }

    private static boolean isAfter(
            String name, int host, @Nullable String afterName, int afterOrdinal) {
        int order = afterName == null ? 1 : name.compareTo(afterName);
        return order > 0 || (order == 0 && host > afterOrdinal);
    }
}
