package dev.cadastre.server.topology.graph;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Strongly connected components by Tarjan's algorithm, with a stack of its own instead of the
 * thread's: chains of a million assets are no deeper than memory. Follows relations from what is
 * needed to what needs it, and numbers components from 1 in such an order that those that need
 * others come first. Not thread-safe.
 */
final class Components {

    private static final int STEP = 4096;

    /** Is told of each component when all of it is known. */
    interface Listener {

        /** The members stand in the array from a position up to another. */
        void found(int component, int[] members, int from, int until);
    }

    private final GraphView view;
    private final long mask;
    private final IntPredicate within;
    private final Listener listener;

    /** By asset: when it was come upon, from 1; the earliest that it leads back to; where it is. */
    private final int[] index;

    private final int[] earliest;
    private final int[] component;

    private int indexed;
    private int components;

    /** Assets on the way, each with its block of ends and the position in it. */
    private int[] way = new int[64];

    private int[] block = new int[64];
    private int[] inBlock = new int[64];
    private int depth;

    /** Assets whose component is not known yet. */
    private int[] open = new int[64];

    private int openCount;

    private Components(
            GraphView view, boolean alternatives, IntPredicate within, Listener listener) {
        this.view = view;
        this.mask = alternatives ? End.COUNTS : End.COUNTS | End.ALTERNATIVES;
        this.within = within;
        this.listener = listener;
        int bound = view.bound();
        index = new int[bound];
        earliest = new int[bound];
        component = new int[bound];
    }

    /**
     * Those that some assets are in, and all that need them.
     *
     * @param alternatives whether relations are followed that something stands in for
     * @param within which assets are looked at
     */
    static Components of(
            GraphView view, boolean alternatives, IntPredicate within, Listener listener) {
        return new Components(view, alternatives, within, listener);
    }

    /** Goes on with what is found from these; whether it came to the end. */
    boolean follow(int[] assets, Limit limit) {
        for (int asset : assets) {
            boolean fresh = asset < index.length && index[asset] == 0;
            if (fresh && within.test(asset) && !followFrom(asset, limit)) {
                return false;
            }
        }
        return true;
    }

    /** The component of an asset; 0 if it was not come upon. */
    int of(int asset) {
        return asset < component.length ? component[asset] : 0;
    }

    int count() {
        return components;
    }

    /** Whether an end is one of the relations that are followed. */
    boolean follows(long end) {
        return (end & mask) == End.COUNTS && within.test(End.other(end));
    }

    private boolean followFrom(int start, Limit limit) {
        enter(start);
        for (int steps = 1; depth > 0; steps++) {
            if (steps % STEP == 0 && limit.reached(components)) {
                return false;
            }
            step();
        }
        return true;
    }

    /** Looks at the ends of the last asset on the way until one leads on, or there are no more. */
    private void step() {
        int last = depth - 1;
        int asset = way[last];
        long[] ends = Ends.block(view.dependents(asset), block[last]);
        if (ends == null) {
            leave();
            return;
        }
        for (int i = inBlock[last]; i < ends.length; i++) {
            if (follows(ends[i]) && leadsOn(asset, End.other(ends[i]))) {
                inBlock[last] = i + 1;
                return;
            }
        }
        block[last]++;
        inBlock[last] = 0;
    }

    private boolean leadsOn(int asset, int other) {
        if (index[other] == 0) {
            enter(other);
            return true;
        }
        if (component[other] == 0) {
            earliest[asset] = Math.min(earliest[asset], index[other]);
        }
        return false;
    }

    private void enter(int asset) {
        if (depth == way.length) {
            way = Arrays.copyOf(way, depth * 2);
            block = Arrays.copyOf(block, depth * 2);
            inBlock = Arrays.copyOf(inBlock, depth * 2);
        }
        if (openCount == open.length) {
            open = Arrays.copyOf(open, openCount * 2);
        }
        index[asset] = ++indexed;
        earliest[asset] = indexed;
        open[openCount++] = asset;
        way[depth] = asset;
        block[depth] = 0;
        inBlock[depth++] = 0;
    }

    private void leave() {
        int asset = way[--depth];
        if (earliest[asset] == index[asset]) {
            close(asset);
        }
        if (depth > 0) {
            int before = way[depth - 1];
            earliest[before] = Math.min(earliest[before], earliest[asset]);
        }
    }

    private void close(int root) {
        int until = openCount;
        components++;
        int member;
        do {
            member = open[--openCount];
            component[member] = components;
        } while (member != root);
        listener.found(components, open, openCount, until);
    }
}
