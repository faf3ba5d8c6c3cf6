package dev.cadastre.parcel.resolution;

import dev.cadastre.parcel.ParcelName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The versions of a catalogue as numbers in their order, so that each is read and compared but once
 * however often it is looked at. Versions that are equal in their order have one number.
 */
final class VersionRanks {

    private final List<String> ascending;
    private final Map<String, Integer> ranks;

    private VersionRanks(List<String> ascending, Map<String, Integer> ranks) {
        this.ascending = ascending;
        this.ranks = ranks;
    }

    static VersionRanks of(Collection<String> versions) {
        List<String> sorted = new ArrayList<>(new TreeSet<>(versions));
        sorted.sort(ParcelName.VERSIONS.comparator());
        List<String> ascending = new ArrayList<>();
        Map<String, Integer> ranks = new HashMap<>();
        for (String version : sorted) {
            int last = ascending.size() - 1;
            if (last < 0 || ParcelName.VERSIONS.compare(ascending.get(last), version) != 0) {
                ascending.add(version);
            }
            ranks.put(version, known(ascending.size() - 1));
        }
        return new VersionRanks(ascending, ranks);
    }

    /** The number of a version; of one that is not in the catalogue, one that lies between. */
    int of(String version) {
        Integer rank = ranks.get(version);
        return rank != null ? rank : sought(version);
    }

    private int sought(String version) {
        int found = Collections.binarySearch(ascending, version, ParcelName.VERSIONS.comparator());
        return found >= 0 ? known(found) : 2 * (-found - 1);
    }

    private static int known(int place) {
        return 2 * place + 1;
    }
}
