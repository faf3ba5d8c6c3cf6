package dev.cadastre.server.estate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds circles among things that lead to each other, in time linear to their number. */
final class Circles {
    private final Map<String, List<String>> next;
    private final Set<String> endless;

    private Circles(Map<String, List<String>> next) {
        this.next = next;
        this.endless = endless();
    }

    /**
     * At least one circle of each set of circles that are connected, its first element repeated at
     * the end. What is led to and is no key leads nowhere.
     */
    static List<List<String>> in(Map<String, List<String>> next) {
        Circles circles = new Circles(next);
        List<List<String>> found = new ArrayList<>();
        Set<String> visited = new HashSet<>();
        for (String start : circles.endless) {
            circles.walk(start, visited, found);
        }
        return found;
    }

    private void walk(String start, Set<String> visited, List<List<String>> found) {
        Set<String> path = new LinkedHashSet<>();
        String at = start;
        while (!visited.contains(at) && path.add(at)) {
            at =
                    next.getOrDefault(at, List.of()).stream()
                            .filter(endless::contains)
                            .findFirst()
                            .orElseThrow();
        }
        if (path.contains(at)) {
            List<String> names = new ArrayList<>(path);
            List<String> circle = new ArrayList<>(names.subList(names.indexOf(at), names.size()));
            circle.add(at);
            found.add(circle);
        }
        visited.addAll(path);
    }

    /** Takes away again and again whatever leads to nothing that is left. */
    private Set<String> endless() {
        Map<String, Integer> pending = new HashMap<>();
        Map<String, List<String>> previous = new HashMap<>();
        next.forEach((from, all) -> pending.put(from, link(from, all, previous)));
        Deque<String> ready = new ArrayDeque<>(next.keySet());
        ready.removeIf(name -> pending.getOrDefault(name, 0) > 0);
        Set<String> left = new LinkedHashSet<>(next.keySet());
        while (!ready.isEmpty()) {
            String done = ready.remove();
            left.remove(done);
            for (String from : previous.getOrDefault(done, List.of())) {
                if (pending.merge(from, -1, Integer::sum) == 0) {
                    ready.add(from);
                }
            }
        }
        return left;
    }

    private int link(String from, List<String> all, Map<String, List<String>> previous) {
        List<String> known = all.stream().filter(next::containsKey).toList();
        known.forEach(to -> previous.computeIfAbsent(to, name -> new ArrayList<>()).add(from));
        return known.size();
    }
}
