package dev.cadastre.server.topology.graph;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Follows what falls when some assets do: a dependent falls with a dependency that nothing stands
 * in for, and with the last of alternatives. Every asset falls once and its dependents are looked
 * at once, so the effort is that of the relations of what falls, and nothing falls that does not
 * have to. Can be used again. Not thread-safe.
 */
final class Fall {

    /** Assets between two questions to the limit. */
    private static final int STEP = 1024;

    /** Up to so many dependencies are looked through each time rather than counted. */
    private static final int FEW = 32;

    /** How many assets' ends are asked for before the first is looked at. */
    private static final int AHEAD = 32;

    private final GraphView view;
    private final Trail down;
    private final boolean notesLosses;

    /** Ends of what is looked at next, and of what was put off while that is decided. */
    private final @Nullable Object[] ahead = new @Nullable Object[AHEAD];

    private final @Nullable Object[] weighed = new @Nullable Object[AHEAD];

    /** Ends of dependents with alternatives, and by which positions they may fall. */
    private final long[] doubtful = new long[AHEAD];

    private final int[] doubtfulBy = new int[AHEAD];
    private int doubtfulCount;

    /** Keeps the compiler from leaving out what only fetches memory. */
    @SuppressWarnings("UnusedVariable")
    private long touched;

    /** Dependents that lost an alternative and stood, with the number of the alternatives. */
    private long[] losses = new long[16];

    private int lossCount;
    private @Nullable Standing standing;

    /** One that notes losses or, where nobody asks for them, does not. */
    Fall(GraphView view, boolean notesLosses) {
        this.view = view;
        this.down = new Trail(view);
        this.notesLosses = notesLosses;
    }

    /** What fell, the presumed ones first. */
    Trail down() {
        return down;
    }

    /** Forgets what it followed. */
    void clear() {
        down.clear();
        lossCount = 0;
        standing = null;
    }

    /** Says that an asset is down, before it is followed. */
    void presume(int asset) {
        down.begin(asset);
    }

    /** Whether it came to the end. */
    boolean follow(Limit limit) {
        int asked = 0;
        int at = 0;
        while (at < down.size()) {
            int count = Math.min(AHEAD, down.size() - at);
            followSome(at, count);
            at += count;
            if (at - asked >= STEP) {
                asked = at;
                if (limit.reached(down.size())) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The losses of what stands still, each once and in order: asset above, alternatives below. */
    long[] losses() {
        long[] sorted = Arrays.copyOf(losses, lossCount);
        Arrays.sort(sorted);
        int size = 0;
        for (int i = 0; i < sorted.length; i++) {
            boolean repeated = size > 0 && sorted[size - 1] == sorted[i];
            if (!repeated && !down.has((int) (sorted[i] >>> Integer.SIZE))) {
                sorted[size++] = sorted[i];
            }
        }
        return Arrays.copyOf(sorted, size);
    }

    /**
     * Memory is waited for more than anything else, so the ends of several assets are asked for
     * before those of the first are looked at, and so are those of dependents with alternatives.
     */
    private void followSome(int at, int count) {
        for (int i = 0; i < count; i++) {
            ahead[i] = view.dependents(down.asset(at + i));
        }
        touch(ahead, count);
        for (int i = 0; i < count; i++) {
            Object ends = ahead[i];
            if (ends instanceof long[] flat) {
                fallWith(at + i, flat);
            } else if (ends instanceof long[][] blocks) {
                for (long[] block : blocks) {
                    fallWith(at + i, block);
                }
            }
        }
        weigh();
    }

    private void touch(@Nullable Object[] ends, int count) {
        long sum = 0;
        for (int i = 0; i < count; i++) {
            if (ends[i] instanceof long[] flat) {
                sum += flat[0];
            }
        }
        touched += sum;
    }

    private void fallWith(int at, long[] dependents) {
        for (long end : dependents) {
            if (down.has(End.other(end)) || !End.counts(end)) {
                continue;
            }
            if ((end & End.ALTERNATIVES) == 0) {
                down.go(at, end, true);
            } else {
                weighLater(at, end);
            }
        }
    }

    private void weighLater(int at, long end) {
        doubtful[doubtfulCount] = end;
        doubtfulBy[doubtfulCount++] = at;
        if (doubtfulCount == AHEAD) {
            weigh();
        }
    }

    /** Decides about those with alternatives that were put off. */
    private void weigh() {
        for (int i = 0; i < doubtfulCount; i++) {
            weighed[i] = view.dependencies(End.other(doubtful[i]));
        }
        touch(weighed, doubtfulCount);
        for (int i = 0; i < doubtfulCount; i++) {
            long end = doubtful[i];
            if (!down.has(End.other(end)) && nothingLeft(end, weighed[i])) {
                down.go(doubtfulBy[i], end, true);
            }
        }
        doubtfulCount = 0;
    }

    /** Whether all alternatives of a dependent are down, now that one more is. */
    private boolean nothingLeft(long dependentEnd, @Nullable Object dependencies) {
        int dependent = End.other(dependentEnd);
        int alternatives = End.alternatives(dependentEnd);
        boolean nothing =
                (dependencies instanceof long[] few && few.length <= FEW)
                        ? allDown(few, alternatives)
                        : standing().lose(dependent, alternatives, dependencies);
        if (!nothing && notesLosses) {
            note(dependent, alternatives);
        }
        return nothing;
    }

    private boolean allDown(long[] dependencies, int alternatives) {
        long wanted = End.COUNTS | alternatives;
        for (long end : dependencies) {
            boolean among = (end & (End.COUNTS | End.ALTERNATIVES)) == wanted;
            if (among && !down.has(End.other(end))) {
                return false;
            }
        }
        return true;
    }

    private Standing standing() {
        Standing present = standing;
        if (present == null) {
            present = new Standing();
            standing = present;
        }
        return present;
    }

    private void note(int dependent, int alternatives) {
        if (lossCount == losses.length) {
            losses = Arrays.copyOf(losses, lossCount * 2);
        }
        losses[lossCount++] = ((long) dependent << Integer.SIZE) | alternatives;
    }
}
