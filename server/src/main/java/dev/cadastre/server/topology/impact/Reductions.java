package dev.cadastre.server.topology.impact;

import dev.cadastre.server.topology.RelationType;
import dev.cadastre.server.topology.graph.GraphView;
import dev.cadastre.server.topology.graph.Impact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * What goes on with fewer alternatives than it had. Also what turned away from an alternative once
 * that was down has lost it, though nothing hangs on that relation any longer.
 */
final class Reductions {

    private record Reduction(Set<Integer> lost, Set<Integer> left) {
        Reduction() {
            this(new TreeSet<>(), new TreeSet<>());
        }
    }

    private final Map<Integer, Reduction> reductions = new TreeMap<>();

    private Reductions() {}

    static Reductions of(GraphView view, Impact impact, Set<Integer> down) {
        Reductions found = new Reductions();
        impact.reduced()
                .forEach(asset ->
                        impact.reductions(asset)
                                .forEach(reduction -> {
                                    found.at(asset).lost().addAll(reduction.lost());
                                    found.at(asset).left().addAll(reduction.left());
                                }));
        down.forEach(asset -> found.leftBy(asset, view, impact));
        return found;
    }

    private Reduction at(int asset) {
        return reductions.computeIfAbsent(asset, _ -> new Reduction());
    }

    private void leftBy(int lost, GraphView view, Impact impact) {
        view.forEachTo(
                lost,
                (user, type, _, alternatives, counts) -> {
                    if (type == RelationType.CONNECTS_TO
                            && !counts
                            && alternatives != 0
                            && !impact.isDown(user)) {
                        List<Integer> left = standing(user, alternatives, view, impact);
                        if (!left.isEmpty()) {
                            at(user).lost().add(lost);
                            at(user).left().addAll(left);
                        }
                    }
                });
    }

    private static List<Integer> standing(int user, int number, GraphView view, Impact impact) {
        List<Integer> standing = new ArrayList<>();
        view.forEachFrom(
                user,
                (_, _, to, alternatives, counts) -> {
                    if (counts && alternatives == number && !impact.isDown(to)) {
                        standing.add(to);
                    }
                });
        return standing;
    }

    /** What is reduced, in the order of numbers. */
    IntStream assets() {
        return reductions.keySet().stream().mapToInt(Integer::intValue);
    }

    List<Integer> lost(int asset) {
        return List.copyOf(at(asset).lost());
    }

    List<Integer> left(int asset) {
        return List.copyOf(at(asset).left());
    }
}
