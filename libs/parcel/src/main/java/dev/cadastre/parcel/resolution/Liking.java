package dev.cadastre.parcel.resolution;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Which versions of a parcel are liked best. Not thread-safe. */
final class Liking {

    private final Catalogue catalogue;
    private final Preferences preferences;
    private final boolean releasesFirst;
    private final Map<String, int[]> orders = new HashMap<>();

    Liking(Catalogue catalogue, Preferences preferences, boolean releasesFirst) {
        this.catalogue = catalogue;
        this.preferences = preferences;
        this.releasesFirst = releasesFirst;
    }

    /** Whether it is none that a person ruled out by pinning another. */
    boolean admits(Candidate candidate) {
        return preferences
                .pinned()
                .getOrDefault(candidate.name(), candidate.version())
                .equals(candidate.version());
    }

    /** The places of a parcel's versions, what is liked best first. */
    int[] order(String parcel) {
        return orders.computeIfAbsent(parcel, this::sorted);
    }

    private int[] sorted(String parcel) {
        List<Candidate> versions = catalogue.versions(parcel);
        String locked = preferences.locked(parcel).orElse("");
        String deployed = preferences.deployed().getOrDefault(parcel, "");
        return IntStream.range(0, versions.size())
                .boxed()
                .sorted(
                        Comparator.comparing(
                                        (Integer i) -> !versions.get(i).version().equals(locked))
                                .thenComparing(i -> !versions.get(i).version().equals(deployed))
                                .thenComparing(i -> releasesFirst && versions.get(i).isPreRelease())
                                .thenComparing(i -> i))
                .mapToInt(i -> i)
                .toArray();
    }
}
