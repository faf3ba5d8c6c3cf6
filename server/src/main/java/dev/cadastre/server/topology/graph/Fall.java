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

    private final GraphView view;
    private final Trail down;
    private final boolean notesLosses;

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
        for (int at = 0; at < down.size(); at++) {
            if ((at & (STEP - 1)) == STEP - 1 && limit.reached(down.size())) {
                return false;
            }
            followOne(at);
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

    private void followOne(int at) {
        Object ends = view.dependents(down.asset(at));
        if (ends instanceof long[] flat) {
            fallWith(at, flat);
        } else if (ends instanceof long[][] blocks) {
            for (long[] block : blocks) {
                fallWith(at, block);
            }
        }
    }

    private void fallWith(int at, long[] dependents) {
        for (long end : dependents) {
            if (down.has(End.other(end)) || !End.counts(end)) {
                continue;
            }
            if ((end & End.ALTERNATIVES) == 0 || nothingLeft(end)) {
                down.go(at, end, true);
            }
        }
    }

    /** Whether all alternatives of a dependent are down, now that one more is. */
    private boolean nothingLeft(long dependentEnd) {
        int dependent = End.other(dependentEnd);
        int alternatives = End.alternatives(dependentEnd);
        Object dependencies = view.dependencies(dependent);
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
