package dev.cadastre.parcel.resolution;

import dev.cadastre.parcel.ParcelName;
import dev.cadastre.parcel.Requirement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;

/**
 * Resolves by trying every version of every parcel with every other one, as the text of the format
 * says it and without any thought. For parcels that provide nothing but themselves.
 */
final class Oracle {

    private final Map<String, List<Candidate>> parcels = new HashMap<>();
    private final List<Map<String, Candidate>> worlds = new ArrayList<>();
    private final boolean preReleases;

    private Oracle(List<Candidate> candidates, boolean preReleases) {
        this.preReleases = preReleases;
        for (Candidate candidate : candidates) {
            parcels.computeIfAbsent(candidate.name(), name -> new ArrayList<>()).add(candidate);
        }
        parcels.values().forEach(list -> list.sort((a, b) -> compare(b, a)));
        worlds.add(new HashMap<>());
        parcels.forEach(this::multiply);
    }

    /** The version that is chosen of each parcel that is needed; empty if nothing goes together. */
    static Optional<Map<String, String>> resolve(List<Candidate> candidates, Requirement root) {
        Optional<Map<String, String>> usual = new Oracle(candidates, false).best(root);
        return usual.isPresent() ? usual : new Oracle(candidates, true).best(root);
    }

    private int compare(Candidate a, Candidate b) {
        boolean late = preReleases && a.isPreRelease() != b.isPreRelease();
        return late
                ? Boolean.compare(b.isPreRelease(), a.isPreRelease())
                : ParcelName.VERSIONS.compare(a.version(), b.version());
    }

    private void multiply(String name, List<Candidate> versions) {
        List<Map<String, Candidate>> before = List.copyOf(worlds);
        worlds.clear();
        for (Map<String, Candidate> world : before) {
            for (Candidate version : versions) {
                Map<String, Candidate> more = new HashMap<>(world);
                more.put(name, version);
                worlds.add(more);
            }
        }
    }

    private Optional<Map<String, String>> best(Requirement root) {
        worlds.removeIf(world -> !isWell(world, root));
        Map<String, String> chosen = new HashMap<>();
        Queue<Requirement> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty() && !worlds.isEmpty()) {
            String name = open.remove().name();
            if (!chosen.containsKey(name)) {
                Candidate best = best(name);
                worlds.removeIf(world -> !best.equals(world.get(name)));
                chosen.put(name, best.version());
                open.addAll(best.requirements());
            }
        }
        return worlds.isEmpty() ? Optional.empty() : Optional.of(chosen);
    }

    private Candidate best(String name) {
        return parcels.getOrDefault(name, List.of()).stream()
                .filter(candidate ->
                        worlds.stream().anyMatch(world -> candidate.equals(world.get(name))))
                .findFirst()
                .orElseThrow();
    }

    /** Whether all that is needed, from the root on, meets what requires it. */
    private boolean isWell(Map<String, Candidate> world, Requirement root) {
        Set<String> seen = new HashSet<>();
        Queue<Requirement> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            Requirement requirement = open.remove();
            Candidate candidate = world.get(requirement.name());
            if (candidate == null || !meets(candidate, requirement)) {
                return false;
            }
            if (seen.add(candidate.name())) {
                open.addAll(candidate.requirements());
            }
        }
        return true;
    }

    private boolean meets(Candidate candidate, Requirement requirement) {
        return isIn(candidate, requirement)
                && (preReleases
                        || !candidate.isPreRelease()
                        || requirement.range().contains("-")
                        || parcels.getOrDefault(candidate.name(), List.of()).stream()
                                .noneMatch(it -> !it.isPreRelease() && isIn(it, requirement)));
    }

    private static boolean isIn(Candidate candidate, Requirement requirement) {
        if (requirement.range().isEmpty()) {
            return true;
        }
        for (String bound : requirement.range().split(" ", -1)) {
            String operator = bound.replaceAll("[^<>=!]", "");
            int order =
                    ParcelName.VERSIONS.compare(
                            candidate.version(), bound.substring(operator.length()));
            boolean holds =
                    switch (operator) {
                        case "<" -> order < 0;
                        case "<=" -> order <= 0;
                        case "=" -> order == 0;
                        case "!=" -> order != 0;
                        case ">=" -> order >= 0;
                        default -> order > 0;
                    };
            if (!holds) {
                return false;
            }
        }
        return true;
    }
}
