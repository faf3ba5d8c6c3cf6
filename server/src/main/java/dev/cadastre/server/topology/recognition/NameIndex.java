package dev.cadastre.server.topology.recognition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
        List<T> named = exact.getOrDefault(name, List.of());
        List<Wild<T>> wild =
                name.isEmpty() ? List.of() : byFirst.getOrDefault(name.charAt(0), List.of());
        if (named.isEmpty() && wild.isEmpty() && others.isEmpty()) {
            return Set.of();
        }
        Set<T> found = new LinkedHashSet<>(named);
        addMatching(wild, name, found);
        addMatching(others, name, found);
        return found;
    }

    private void addMatching(List<Wild<T>> wild, String name, Set<T> found) {
        for (Wild<T> possible : wild) {
            if (possible.pattern().matches(name)) {
                found.add(possible.value());
            }
        }
    }
}
