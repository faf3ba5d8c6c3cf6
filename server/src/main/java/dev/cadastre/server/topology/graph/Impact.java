package dev.cadastre.server.topology.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What stops if some assets do. An asset is down if it is presumed so, if one of its dependencies
 * is that nothing stands in for, or if all alternatives of one are; and for no other reason, so
 * that a circle of dependencies brings nothing down by itself. Relations that do not count bring
 * nothing down, and do not stand in for anything either.
 *
 * <p>It speaks of the view that it was asked of, and keeps that. Safe for many threads.
 */
public final class Impact {

    private final GraphView view;
    private final Trail down;
    private final int presumed;
    private final long[] losses;
    private final boolean complete;

    /** Position by asset: assets above, positions below, in order. Made when first asked for. */
    private volatile long[] positions = {};

    private Impact(GraphView view, Fall fall, int presumed, boolean complete) {
        this.view = view;
        this.down = fall.down();
        this.presumed = presumed;
        this.losses = fall.losses();
        this.complete = complete;
        down.trim();
    }

    /** What falls with assets, which may be ones without relations; one more than once is once. */
    public static Impact of(GraphView view, int[] presumedDown, Limit limit) {
        Fall fall = new Fall(view, true);
        for (int asset : presumedDown) {
            Relation.requireAsset(asset);
            fall.presume(asset);
        }
        int presumed = fall.down().size();
        boolean complete = fall.follow(limit);
        return new Impact(view, fall, presumed, complete);
    }

    /** Whether all that falls is known; if not, the limit was reached, and what is known falls. */
    public boolean complete() {
        return complete;
    }

    /** How many fall, without those presumed down. */
    public int fallenCount() {
        return down.size() - presumed;
    }

    /** What falls, without what was presumed down: the nearest first. */
    public IntStream fallen() {
        return IntStream.range(presumed, down.size()).map(down::asset);
    }

    /** Whether an asset is down, presumed or fallen. */
    public boolean isDown(int asset) {
        return asset > 0 && down.has(asset);
    }

    /**
     * The relation by which an asset fell: of alternatives, which all were lost, one; empty if it
     * was presumed down or stands.
     */
    public Optional<Relation> cause(int asset) {
        OptionalInt position = position(asset);
        return position.isEmpty() || down.isFirst(position.getAsInt())
                ? Optional.empty()
                : Optional.of(down.relation(position.getAsInt()));
    }

    /**
     * From an asset that was presumed down to this one, each needing the one before it; an asset
     * presumed down is its own path. Empty if it stands.
     */
    public Optional<Path> path(int asset) {
        OptionalInt position = position(asset);
        return position.isEmpty() ? Optional.empty() : Optional.of(down.path(position.getAsInt()));
    }

    /** What stands though it lost some of its alternatives, in the order of numbers. */
    public IntStream reduced() {
        return Arrays.stream(losses).mapToInt(Impact::asset).distinct();
    }

    /** What an asset lost and has left, for each of its alternatives of which it lost some. */
    public List<Reduction> reductions(int asset) {
        List<Reduction> found = new ArrayList<>();
        int first = Arrays.binarySearch(losses, (long) asset << Integer.SIZE);
        // Alternatives have numbers above 0, so the key itself is never there.
        for (int i = -1 - first; i < losses.length && asset(losses[i]) == asset; i++) {
            found.add(reduction(asset, (int) losses[i]));
        }
        return found;
    }

    /**
     * A dependency with fewer alternatives than before.
     *
     * @param alternatives their number
     * @param lost those that are down
     * @param left those that are not, at least one if the impact is complete
     */
    public record Reduction(int alternatives, List<Integer> lost, List<Integer> left) {

        /** Copies both. */
        public Reduction {
            lost = List.copyOf(lost);
            left = List.copyOf(left);
        }
    }

    private Reduction reduction(int asset, int number) {
        Set<Integer> lost = new LinkedHashSet<>();
        Set<Integer> left = new LinkedHashSet<>();
        view.forEachDependency(
                asset,
                (from, type, to, alternatives, counts) -> {
                    int provider = Relation.fromDepends(type) ? to : from;
                    if (alternatives == number) {
                        (down.has(provider) ? lost : left).add(provider);
                    }
                });
        return new Reduction(number, List.copyOf(lost), List.copyOf(left));
    }

    private OptionalInt position(int asset) {
        if (!isDown(asset)) {
            return OptionalInt.empty();
        }
        long[] index = positions();
        // Nothing has this key, so what comes back tells where the asset's own one is.
        int at = -1 - Arrays.binarySearch(index, ((long) asset << Integer.SIZE) - 1);
        return OptionalInt.of((int) index[at]);
    }

    private long[] positions() {
        long[] index = positions;
        if (index.length < down.size()) {
            index = new long[down.size()];
            for (int i = 0; i < index.length; i++) {
                index[i] = ((long) down.asset(i) << Integer.SIZE) | i;
            }
            Arrays.sort(index);
            positions = index;
        }
        return index;
    }

    private static int asset(long loss) {
        return (int) (loss >>> Integer.SIZE);
    }
}
