package dev.cadastre.server.architecture;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which of some things needs which, by name. Nothing needs itself, nor does by way of others.
 *
 * @param direct every thing with what it needs, which are things of the same map
 */
record Needs(SortedMap<String, SortedSet<String>> direct) {

    static Needs of(Map<String, ? extends Collection<String>> direct) {
        SortedMap<String, SortedSet<String>> sorted = new TreeMap<>();
        direct.forEach((name, needed) -> sorted.put(name, new TreeSet<>(needed)));
        return new Needs(sorted);
    }

    SortedSet<String> of(String name) {
        return direct.getOrDefault(name, new TreeSet<>());
    }

    Set<String> whoNeeds(String name) {
        return direct.keySet().stream()
                .filter(other -> of(other).contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** How many needs follow each other from this one on. */
    int height(String name) {
        return of(name).stream().mapToInt(needed -> height(needed) + 1).max().orElse(0);
    }

    /** The same without a need that others lead to as well. */
    Needs withoutWhatFollows() {
        SortedMap<String, SortedSet<String>> least = new TreeMap<>();
        direct.forEach((name, needed) -> {
            SortedSet<String> kept = new TreeSet<>(needed);
            needed.forEach(one -> kept.removeAll(below(one)));
            least.put(name, kept);
        });
        return new Needs(least);
    }

    private Set<String> below(String name) {
        Set<String> all = new TreeSet<>(of(name));
        of(name).forEach(needed -> all.addAll(below(needed)));
        return all;
    }
}
