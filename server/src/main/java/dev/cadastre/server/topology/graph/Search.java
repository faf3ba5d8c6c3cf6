package dev.cadastre.server.topology.graph;

import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Looks for assets, nearest first, from one on. Not thread-safe; for one search. */
final class Search {

    private static final int STEP = 1024;

    /** What to go along. */
    enum Along {
        /** From an asset to what it needs, by relations that count. */
        DEPENDENCIES(true, false, End.COUNTS),
        /** From an asset to what needs it, by relations that count. */
        DEPENDENTS(false, true, End.COUNTS),
        /** Every relation in both directions. */
        ALL(true, true, 0);

        private final boolean dependencies;
        private final boolean dependents;
        private final long mask;

        Along(boolean dependencies, boolean dependents, long mask) {
            this.dependencies = dependencies;
            this.dependents = dependents;
            this.mask = mask;
        }
    }

    private final GraphView view;
    private final Along along;
    private final Trail found;
    private IntPredicate through = asset -> true;

    Search(GraphView view, Along along) {
        this.view = view;
        this.along = along;
        this.found = new Trail(view);
    }

    /** What was come upon. */
    Trail found() {
        return found;
    }

    /** Comes upon nothing else than these. */
    void onlyThrough(IntPredicate assets) {
        through = assets;
    }

    /** The position at which an asset was found; -1 if it was not, or the limit was reached. */
    int reach(int start, int wanted, Limit limit) {
        found.begin(start);
        return follow(wanted, limit) && found.has(wanted) ? positionOf(wanted) : -1;
    }

    /** The position of the first one that leads back to the start; -1 as above. */
    int backTo(int start, Limit limit) {
        found.begin(start);
        for (int at = 0; at < found.size(); at++) {
            if (isOver(at, limit)) {
                return -1;
            }
            if (leadsTo(found.asset(at), start)) {
                return at;
            }
            follow(at);
        }
        return -1;
    }

    private boolean follow(int wanted, Limit limit) {
        for (int at = 0; at < found.size() && !found.has(wanted); at++) {
            if (isOver(at, limit)) {
                return false;
            }
            follow(at);
        }
        return true;
    }

    private boolean isOver(int at, Limit limit) {
        return at % STEP == STEP - 1 && limit.reached(found.size());
    }

    private void follow(int at) {
        int asset = found.asset(at);
        if (along.dependencies) {
            follow(at, view.dependencies(asset), false);
        }
        if (along.dependents) {
            follow(at, view.dependents(asset), true);
        }
    }

    private void follow(int at, @Nullable Object ends, boolean needed) {
        for (int i = 0; ; i++) {
            long[] block = Ends.block(ends, i);
            if (block == null) {
                return;
            }
            for (long end : block) {
                if (isAlong(end) && !found.has(End.other(end))) {
                    found.go(at, end, needed);
                }
            }
        }
    }

    private boolean isAlong(long end) {
        return (end & along.mask) == along.mask && through.test(End.other(end));
    }

    private boolean leadsTo(int asset, int wanted) {
        Object ends = along.dependents ? view.dependents(asset) : view.dependencies(asset);
        for (int type = 0; type < End.TYPE_COUNT; type++) {
            long end = Ends.find(ends, End.key(wanted, End.type(type)));
            if (end != End.NONE && isAlong(end)) {
                return true;
            }
        }
        return false;
    }

    /** Nothing was looked at after it was found, so it is near the end. */
    private int positionOf(int asset) {
        int at = found.size() - 1;
        while (found.asset(at) != asset) {
            at--;
        }
        return at;
    }
}
