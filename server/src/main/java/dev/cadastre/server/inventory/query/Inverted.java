package dev.cadastre.server.inventory.query;

import dev.cadastre.query.Pattern;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/** Hosts by what they have. Not thread-safe. */
final class Inverted<K> {

    private final Map<K, RoaringBitmap> hosts;

    private Inverted(Map<K, RoaringBitmap> hosts) {
        this.hosts = hosts;
    }

    static <K> Inverted<K> unordered() {
        return new Inverted<>(new HashMap<>());
    }

    static <K extends Comparable<K>> Inverted<K> ordered() {
        return new Inverted<>(new TreeMap<>());
    }

    void add(@Nullable K value, int host) {
        if (value != null) {
            hosts.computeIfAbsent(value, key -> new RoaringBitmap()).add(host);
        }
    }

    void remove(@Nullable K value, int host) {
        RoaringBitmap members = value == null ? null : hosts.get(value);
        if (members != null) {
            members.remove(host);
            if (members.isEmpty()) {
                hosts.remove(value);
            }
        }
    }

    /** Not to be changed. */
    Map<K, RoaringBitmap> byValue() {
        return hosts;
    }

    /** The hosts of all values that fit, in a bitmap of the caller's own. */
    RoaringBitmap matching(Predicate<K> fitting) {
        RoaringBitmap matching = new RoaringBitmap();
        hosts.forEach((value, members) -> {
            if (fitting.test(value)) {
                matching.or(members);
            }
        });
        return matching;
    }

    /** The hosts of all values that one of the patterns matches. */
    static RoaringBitmap matching(Inverted<String> values, List<Pattern> patterns) {
        RoaringBitmap matching = new RoaringBitmap();
        for (Pattern pattern : patterns) {
            if (pattern.isLiteral()) {
                RoaringBitmap members = values.hosts.get(pattern.text());
                if (members != null) {
                    matching.or(members);
                }
            } else {
                matching.or(values.matching(pattern::matches));
            }
        }
        return matching;
    }

    /** The values, each with a bitmap of the caller's own. */
    static <K> Map<K, RoaringBitmap> copy(Inverted<K> values) {
        Map<K, RoaringBitmap> copy = HashMap.newHashMap(values.hosts.size());
        values.hosts.forEach((value, members) -> copy.put(value, members.clone()));
        return copy;
    }
}
