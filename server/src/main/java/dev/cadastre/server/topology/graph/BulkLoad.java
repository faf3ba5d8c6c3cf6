package dev.cadastre.server.topology.graph;

import dev.cadastre.server.topology.RelationType;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Takes many relations in any order, without an object for each, and makes a graph of them at once.
 * Until then they take 16 bytes each, less than in the graph, and these are given back while the
 * graph is made. For one thread, and one time.
 */
public final class BulkLoad {

    /** Relations in a piece: small enough that giving one back is felt. */
    private static final int PIECE = 1 << 16;

    /** A relation is the end that its dependent has, and the dependent. */
    private static final class Piece {
        private final long[] ends = new long[PIECE];
        private final int[] dependents = new int[PIECE];
    }

    private final Deque<Piece> pieces = new ArrayDeque<>();
    private int inLast = PIECE;

    /** For each asset, how many ends it has to be given, at the positions that a page has. */
    private int[] missing = new int[2 * GraphView.PAGE_ASSETS];

    private int highest;

    /** Takes a relation; the parameters are those of {@link Relation}. */
    public void add(int from, RelationType type, int to, int alternatives, boolean counts) {
        Relation.requireAsset(from);
        Relation.requireAsset(to);
        Relation.requireAlternatives(alternatives);
        boolean fromDepends = Relation.fromDepends(type);
        boolean can = type.dependent() != RelationType.Dependent.NEITHER;
        append(
                fromDepends ? from : to,
                End.of(fromDepends ? to : from, type, alternatives, counts && can));
    }

    private void append(int dependent, long end) {
        if (inLast == PIECE) {
            pieces.add(new Piece());
            inLast = 0;
        }
        Piece last = pieces.getLast();
        last.ends[inLast] = end;
        last.dependents[inLast++] = dependent;
        count(dependent, End.other(end));
    }

    private void count(int dependent, int provider) {
        highest = Math.max(highest, Math.max(dependent, provider));
        if (2 * highest + 1 >= missing.length) {
            missing = Arrays.copyOf(missing, 3 * highest + 2);
        }
        missing[2 * dependent]++;
        missing[2 * provider + 1]++;
    }

    /**
     * The graph. Of relations with the same ends and type it has one: one that counts before one
     * that does not, and of these the one with the highest number of alternatives.
     */
    GraphView finish() {
        @Nullable Object[][] pages = GraphView.emptyPages(highest);
        // Before all others, so that neighbours in number become neighbours in memory.
        allocate(pages, 1);
        allocate(pages, 0);
        while (!pieces.isEmpty()) {
            Piece piece = pieces.removeFirst();
            fill(pages, piece, pieces.isEmpty() ? inLast : PIECE);
        }
        return new GraphView(pages, sort(pages) / 2);
    }

    private void allocate(@Nullable Object[][] pages, int side) {
        for (int asset = 1; asset <= highest; asset++) {
            int size = missing[2 * asset + side];
            if (size > 0) {
                page(pages, asset)[GraphView.needed(asset) + side] = new long[size];
            }
        }
    }

    private static @Nullable Object[] page(@Nullable Object[][] pages, int asset) {
        int number = GraphView.page(asset);
        if (pages[number].length == 0) {
            pages[number] = new @Nullable Object[2 * GraphView.PAGE_ASSETS];
        }
        return pages[number];
    }

    private void fill(@Nullable Object[][] pages, Piece piece, int size) {
        for (int i = 0; i < size; i++) {
            long end = piece.ends[i];
            int dependent = piece.dependents[i];
            int provider = End.other(end);
            give(pages, dependent, 0, end);
            long back = End.of(dependent, End.type(end), End.alternatives(end), End.counts(end));
            give(pages, provider, 1, back);
        }
    }

    private void give(@Nullable Object[][] pages, int asset, int side, long end) {
        Object ends = pages[GraphView.page(asset)][GraphView.needed(asset) + side];
        if (ends instanceof long[] array) {
            array[--missing[2 * asset + side]] = end;
        }
    }

    /** Brings all into order; returns how many are left. */
    private static long sort(@Nullable Object[][] pages) {
        long count = 0;
        for (@Nullable Object[] page : pages) {
            for (int i = 0; i < page.length; i++) {
                if (page[i] instanceof long[] ends) {
                    Arrays.sort(ends);
                    long[] each = withoutRepeated(ends);
                    page[i] = Ends.ofSorted(each);
                    count += each.length;
                }
            }
        }
        return count;
    }

    /** The last of those with the same key is the one to be kept. */
    private static long[] withoutRepeated(long[] sorted) {
        int size = 0;
        for (int i = 0; i < sorted.length; i++) {
            boolean last = i + 1 == sorted.length || End.key(sorted[i]) != End.key(sorted[i + 1]);
            if (last) {
                sorted[size++] = sorted[i];
            }
        }
        return size == sorted.length ? sorted : Arrays.copyOf(sorted, size);
    }
}
