package dev.cadastre.server.topology.graph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which of several assets that do not work are at the bottom of it: those of which nothing that
 * they need explains it. Where assets that need each other in a circle all fail, it is the first of
 * them that failed. Pure.
 */
public final class Roots {

    private final GraphView view;
    private final Limit limit;

    private Roots(GraphView view, Limit limit) {
        this.view = view;
        this.limit = limit;
    }

    /**
     * Those at the bottom.
     *
     * @param failed assets, the one that failed first first
     */
    public static List<Integer> of(GraphView view, List<Integer> failed, Limit limit) {
        return new Roots(view, limit).among(failed);
    }

    private List<Integer> among(List<Integer> failed) {
        Impact all = impact(failed);
        List<Integer> roots = new ArrayList<>();
        List<Integer> explained = new ArrayList<>();
        failed.forEach(asset -> (isExplained(asset, all) ? explained : roots).add(asset));
        Impact known = impact(roots);
        for (int asset : explained) {
            if (!known.isDown(asset)) {
                roots.add(asset);
                known = impact(roots);
            }
        }
        return roots;
    }

    private Impact impact(List<Integer> assets) {
        return Impact.of(view, assets.stream().mapToInt(Integer::intValue).toArray(), limit);
    }

    private boolean isExplained(int asset, Impact all) {
        boolean[] lost = new boolean[1];
        Map<Integer, BitSet> alternatives = new HashMap<>();
        view.forEachDependency(
                asset,
                (from, type, to, group, _) -> {
                    int needed = Relation.fromDepends(type) ? to : from;
                    boolean down = needed != asset && all.isDown(needed);
                    if (group == 0) {
                        lost[0] |= down;
                    } else {
                        alternatives.computeIfAbsent(group, _ -> new BitSet()).set(down ? 1 : 0);
                    }
                });
        return lost[0] || alternatives.values().stream().anyMatch(states -> !states.get(0));
    }
}
