package dev.cadastre.server.inventory.installed;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds sets that have most members in common, among however many, without comparing with each: by
 * the smallest hashes of their members (MinHash, Broder 1997), in bands of which like sets share at
 * least one. Sets of which a tenth differs are missed once in a thousand times. Thread-safe.
 */
final class LikeSets {

    private static final int BANDS = 10;
    private static final int ROWS = 3;

    /** Of sets that share a band the latest are as good as any. */
    private static final int KEPT_OF_BAND = 4;

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final Map<Long, Deque<Integer>> sets = new HashMap<>();

    synchronized void add(int set, PackageIds members) {
        for (long band : bands(members)) {
            Deque<Integer> like = sets.computeIfAbsent(band, key -> new ArrayDeque<>());
            if (!like.contains(set)) {
                like.addFirst(set);
                if (like.size() > KEPT_OF_BAND) {
                    like.removeLast();
                }
            }
        }
    }

    /** Candidates, those that share more bands first. */
    synchronized List<Integer> like(PackageIds members, int limit) {
        Map<Integer, Integer> shared = new HashMap<>();
        for (long band : bands(members)) {
            for (int set : sets.getOrDefault(band, new ArrayDeque<>())) {
                shared.merge(set, 1, Integer::sum);
            }
        }
        List<Integer> candidates = new ArrayList<>(shared.keySet());
        candidates.sort(
                (a, b) -> Integer.compare(shared.getOrDefault(b, 0), shared.getOrDefault(a, 0)));
        return candidates.subList(0, Math.min(limit, candidates.size()));
    }

    synchronized void forget(Collection<Integer> gone) {
        Set<Integer> all = new LinkedHashSet<>(gone);
        sets.values().forEach(like -> like.removeAll(all));
        sets.values().removeIf(Deque::isEmpty);
    }

    private static long[] bands(PackageIds members) {
        long[] least = new long[BANDS * ROWS];
        Arrays.fill(least, Long.MAX_VALUE);
        members.stream()
                .forEach(id -> {
                    for (int i = 0; i < least.length; i++) {
                        least[i] = Math.min(least[i], mixed(id * GOLDEN + i));
                    }
                });
        long[] bands = new long[BANDS];
        for (int band = 0; band < BANDS; band++) {
            long hash = band;
            for (int row = 0; row < ROWS; row++) {
                hash = mixed(hash * GOLDEN + least[band * ROWS + row]);
            }
            bands[band] = hash;
        }
        return bands;
    }

    /** The finaliser of SplitMix64, which spreads every bit over all others. */
    private static long mixed(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
