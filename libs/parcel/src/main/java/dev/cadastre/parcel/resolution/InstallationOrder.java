package dev.cadastre.parcel.resolution;

import dev.cadastre.parcel.resolution.Resolution.Chosen;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Brings parcels into an order in which each finds what it needs. */
final class InstallationOrder {

    private final TreeMap<String, Chosen> left = new TreeMap<>();
    private final List<Chosen> ordered = new ArrayList<>();

    private InstallationOrder(Collection<Chosen> all) {
        all.forEach(chosen -> left.put(chosen.candidate().name(), chosen));
    }

    /** Orders all parcels; those that are in a cycle, or need one that is, are left. */
    static InstallationOrder of(Collection<Chosen> all) {
        InstallationOrder order = new InstallationOrder(all);
        order.run();
        return order;
    }

    private void run() {
        Map<String, Set<String>> missing = new HashMap<>();
        Map<String, Set<String>> users = new HashMap<>();
        TreeSet<String> ready = new TreeSet<>();
        left.forEach((name, chosen) -> {
            Set<String> providers = new HashSet<>(chosen.bindings().values());
            missing.put(name, providers);
            providers.forEach(it -> users.computeIfAbsent(it, key -> new TreeSet<>()).add(name));
            if (providers.isEmpty()) {
                ready.add(name);
            }
        });
        for (String name = ready.pollFirst(); name != null; name = ready.pollFirst()) {
            ordered.add(Objects.requireNonNull(left.remove(name)));
            for (String user : users.getOrDefault(name, Set.of())) {
                Set<String> others = missing.getOrDefault(user, Set.of());
                others.remove(name);
                if (others.isEmpty()) {
                    ready.add(user);
                }
            }
        }
    }

    boolean isComplete() {
        return left.isEmpty();
    }

    List<Chosen> ordered() {
        return ordered;
    }

    /** A cycle among what is left, which begins and ends with the same parcel. */
    List<Candidate> cycle() {
        Set<String> path = new LinkedHashSet<>();
        String at = left.firstKey();
        while (path.add(at)) {
            at =
                    Objects.requireNonNull(left.get(at)).bindings().values().stream()
                            .filter(left::containsKey)
                            .sorted()
                            .findFirst()
                            .orElseThrow();
        }
        List<String> names = new ArrayList<>(path);
        List<String> cycle = new ArrayList<>(names.subList(names.indexOf(at), names.size()));
        cycle.add(at);
        return cycle.stream()
                .map(name -> Objects.requireNonNull(left.get(name)).candidate())
                .toList();
    }
}
