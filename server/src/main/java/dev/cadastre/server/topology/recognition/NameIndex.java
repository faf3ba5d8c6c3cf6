package dev.cadastre.server.topology.recognition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the values of all patterns that match a name without trying each of them. */
final class NameIndex<T> {
    private record Wild<T>(NamePattern pattern, T value) {}

    private final Map<String, List<T>> exact = new HashMap<>();
    private final Map<Character, List<Wild<T>>> byFirst = new HashMap<>();
    private final List<Wild<T>> others = new ArrayList<>();

    void put(String text, T value) {
        NamePattern pattern = new NamePattern(text);
        char first = text.charAt(0);
        if (pattern.isExact()) {
            exact.computeIfAbsent(text, name -> new ArrayList<>()).add(value);
        } else if (first == '*' || first == '?') {
            others.add(new Wild<>(pattern, value));
        } else {
            byFirst.computeIfAbsent(first, c -> new ArrayList<>()).add(new Wild<>(pattern, value));
        }
    }

    /** Each value once, those of exact names first. */
    Set<T> find(String name) {
        Set<T> found = new LinkedHashSet<>(exact.getOrDefault(name, List.of()));
        if (!name.isEmpty()) {
            Stream.concat(byFirst.getOrDefault(name.charAt(0), List.of()).stream(), others.stream())
                    .filter(wild -> wild.pattern().matches(name))
                    .forEach(wild -> found.add(wild.value()));
        }
        return found;
    }
}
