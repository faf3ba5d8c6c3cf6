package dev.cadastre.server.topology.graph;

import java.util.Arrays;

/**
 * For each asset, a number that at least so many do not exceed as fall with it: how many need it,
 * directly or not, counted again for each component by which they do. Not thread-safe.
 */
final class FallBounds {

    private final GraphView view;
    private final Components components;

    /** By component: all that can fall, its members included. */
    private int[] bounds = new int[64];

    /** By component: the last one that added its bound to its own, so that none does so twice. */
    private int[] addedTo = new int[64];

    FallBounds(GraphView view) {
        this.view = view;
        this.components = Components.of(view, true, asset -> true, this::found);
    }

    boolean follow(int[] assets, Limit limit) {
        return components.follow(assets, limit);
    }

    /** How many others fall with an asset at most; right once it was followed. */
    int others(int asset) {
        int component = components.of(asset);
        return component == 0 ? 0 : bounds[component] - 1;
    }

    /** Those with anything to bring down, the ones with the highest bound first. */
    int[] descending(int[] assets) {
        long[] order = new long[assets.length];
        int size = 0;
        for (int asset : assets) {
            if (others(asset) > 0) {
                order[size++] = ((long) -others(asset) << Integer.SIZE) | asset;
            }
        }
        Arrays.sort(order, 0, size);
        return Arrays.stream(order, 0, size).mapToInt(entry -> (int) entry).toArray();
    }

    private void found(int component, int[] members, int from, int until) {
        if (component >= bounds.length) {
            bounds = Arrays.copyOf(bounds, component * 2);
            addedTo = Arrays.copyOf(addedTo, component * 2);
        }
        long bound = (long) until - from;
        for (int i = from; i < until; i++) {
            bound += ofDependents(members[i], component);
        }
        bounds[component] = (int) Math.min(bound, view.bound());
    }

    private long ofDependents(int asset, int component) {
        long sum = 0;
        Object ends = view.dependents(asset);
        for (int i = 0; ; i++) {
            long[] block = Ends.block(ends, i);
            if (block == null) {
                return sum;
            }
            for (long end : block) {
                sum += components.follows(end) ? added(End.other(end), component) : 0;
            }
        }
    }

    /** All that needs a component has its own number when that is found. */
    private int added(int dependent, int component) {
        int other = components.of(dependent);
        if (other == component || addedTo[other] == component) {
            return 0;
        }
        addedTo[other] = component;
        return bounds[other];
    }
}
