package dev.cadastre.server.topology.graph;

import dev.cadastre.server.topology.RelationType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Assets in the order in which a search came upon them, each with the one that led to it and by
 * which relation; and, as a bit for each, which they are. Not thread-safe.
 */
final class Trail {

    private static final int FIRST = -1;
    private static final int TYPE_BITS = 4;
    private static final int TYPE = 7;
    private static final int NEEDED = 8;

    private final GraphView view;

    /** A bit for each asset. */
    private long[] known;

    private int[] assets = new int[64];

    /** The position of the one before, whether that is needed by this one, and the type. */
    private int[] ledBy = new int[64];

    private int size;

    Trail(GraphView view) {
        this.view = view;
        this.known = new long[(view.bound() >>> 6) + 1];
    }

    int size() {
        return size;
    }

    int asset(int position) {
        return assets[position];
    }

    boolean isFirst(int position) {
        return ledBy[position] == FIRST;
    }

    boolean has(int asset) {
        int word = asset >>> 6;
        return word < known.length && (known[word] & (1L << asset)) != 0;
    }

    /** Begins with an asset, unless it is known. */
    void begin(int asset) {
        if ((asset >>> 6) >= known.length) {
            known = Arrays.copyOf(known, (asset >>> 6) + 1);
        }
        if (!has(asset)) {
            append(asset, FIRST);
        }
    }

    /**
     * Goes on to an asset of the graph that is not known yet.
     *
     * @param before the position of the one that led to it
     * @param end the relation as that one has it
     * @param needed whether the one before is what the other needs, and not the other way round
     */
    void go(int before, long end, boolean needed) {
        int by = (before << TYPE_BITS) | (needed ? NEEDED : 0) | End.typeOrdinal(end);
        append(End.other(end), by);
    }

    private void append(int asset, int by) {
        if (size == assets.length) {
            assets = Arrays.copyOf(assets, size * 2);
            ledBy = Arrays.copyOf(ledBy, size * 2);
        }
        known[asset >>> 6] |= 1L << asset;
        assets[size] = asset;
        ledBy[size++] = by;
    }

    /** Forgets all, in time that depends on how many were found and not on how many there are. */
    void clear() {
        for (int i = 0; i < size; i++) {
            known[assets[i] >>> 6] = 0;
        }
        size = 0;
    }

    /** Gives memory back that was taken in reserve. */
    void trim() {
        assets = Arrays.copyOf(assets, size);
        ledBy = Arrays.copyOf(ledBy, size);
    }

    /** The way from where the search began to what is at a position. */
    Path path(int position) {
        List<Integer> way = new ArrayList<>();
        List<Relation> relations = new ArrayList<>();
        int at = position;
        while (!isFirst(at)) {
            way.add(assets[at]);
            relations.add(relation(at));
            at = ledBy[at] >>> TYPE_BITS;
        }
        way.add(assets[at]);
        Collections.reverse(way);
        Collections.reverse(relations);
        return new Path(way, relations);
    }

    /** The relation that led to what is at a position. */
    Relation relation(int position) {
        int by = ledBy[position];
        int before = assets[by >>> TYPE_BITS];
        boolean beforeIsNeeded = (by & NEEDED) != 0;
        int dependent = beforeIsNeeded ? assets[position] : before;
        int provider = beforeIsNeeded ? before : assets[position];
        return relation(dependent, End.type(by & TYPE), provider);
    }

    private Relation relation(int dependent, RelationType type, int provider) {
        boolean fromDepends = Relation.fromDepends(type);
        int from = fromDepends ? dependent : provider;
        int to = fromDepends ? provider : dependent;
        return view.find(from, type, to).orElseThrow();
    }
}
