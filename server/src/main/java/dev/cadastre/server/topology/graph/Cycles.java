package dev.cadastre.server.topology.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Assets that need themselves by way of others: the strongly connected components of the
 * dependencies that count, alternatives included, largest first.
 *
 * @param cycles each component once
 * @param complete whether these are all; if not, the limit was reached
 */
public record Cycles(List<Cycle> cycles, boolean complete) {

    /** Copies the list. */
    public Cycles {
        cycles = List.copyOf(cycles);
    }

    /**
     * Assets each of which needs all others.
     *
     * @param assets in the order of their numbers; one alone needs itself directly
     * @param example a shortest way from the first back to it, each needing the next
     */
    public record Cycle(List<Integer> assets, Path example) {

        /** Copies the assets. */
        public Cycle {
            assets = List.copyOf(assets);
        }
    }

    /** Those that lie within a set of assets. */
    public static Cycles within(GraphView view, int[] assets, Limit limit) {
        Trail set = new Trail(view);
        for (int asset : assets) {
            Relation.requireAsset(asset);
            set.begin(asset);
        }
        List<int[]> found = new ArrayList<>();
        Components components =
                Components.of(
                        view,
                        true,
                        set::has,
                        (component, members, from, until) -> {
                            if (until - from > 1 || needsItself(view, members[from])) {
                                found.add(Arrays.copyOfRange(members, from, until));
                            }
                        });
        boolean complete = components.follow(assets, limit);
        return explained(view, components, found, complete, limit);
    }

    private static Cycles explained(
            GraphView view,
            Components components,
            List<int[]> found,
            boolean complete,
            Limit limit) {
        found.sort(Comparator.comparingInt((int[] members) -> members.length).reversed());
        List<Cycle> cycles = new ArrayList<>();
        for (int[] members : found) {
            Arrays.sort(members);
            Path example = shortest(view, components, members[0], limit);
            if (example == null) {
                return new Cycles(cycles, false);
            }
            cycles.add(new Cycle(IntStream.of(members).boxed().toList(), example));
        }
        return new Cycles(cycles, complete);
    }

    private static boolean needsItself(GraphView view, int asset) {
        boolean[] does = {false};
        view.forEachDependency(
                asset, (from, type, to, alternatives, counts) -> does[0] |= from == to);
        return does[0];
    }

    /** Null if the limit was reached. */
    private static @Nullable Path shortest(
            GraphView view, Components components, int start, Limit limit) {
        int component = components.of(start);
        Search search = new Search(view, Search.Along.DEPENDENTS);
        search.onlyThrough(other -> components.of(other) == component);
        int last = search.backTo(start, limit);
        return last < 0 ? null : closed(view, search, last, start);
    }

    /** The search went against the dependencies, from the start to what it needs directly. */
    private static Path closed(GraphView view, Search search, int last, int start) {
        Path way = search.found().path(last);
        List<Integer> assets = new ArrayList<>(way.assets());
        List<Relation> relations = new ArrayList<>(way.relations());
        assets.add(start);
        relations.add(dependency(view, start, search.found().asset(last)));
        Collections.reverse(assets);
        Collections.reverse(relations);
        return new Path(assets, relations);
    }

    private static Relation dependency(GraphView view, int dependent, int provider) {
        List<Relation> found = new ArrayList<>();
        view.forEachDependency(
                dependent,
                (from, type, to, alternatives, counts) -> {
                    if ((Relation.fromDepends(type) ? to : from) == provider) {
                        found.add(new Relation(from, type, to, alternatives, counts));
                    }
                });
        return found.getFirst();
    }
}
