package dev.cadastre.server.topology.graph;

import org.jspecify.annotations.Nullable;

/**
 * How many alternatives of dependents with many dependencies have not been lost yet. A dependent's
 * are counted when it loses the first, all in one pass, so that somebody with thousands of
 * alternatives costs no more than its relations. An open table of numbers. Not thread-safe.
 */
final class Standing {

    /** Spreads numbers that follow each other. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    /**
     * By dependent and alternatives; by dependent and 0 where all of its are counted. 0 is free.
     */
    private long[] keys = new long[256];

    private int[] counts = new int[256];
    private int used;

    /**
     * Takes one of a dependent's alternatives away.
     *
     * @param dependencies all ends of what it needs
     * @return whether none is left
     */
    boolean lose(int dependent, int alternatives, @Nullable Object dependencies) {
        long all = key(dependent, 0);
        if (keys[slot(all)] != all) {
            add(all, 0);
            count(dependent, dependencies);
        }
        int slot = slot(key(dependent, alternatives));
        return --counts[slot] == 0;
    }

    private void count(int dependent, @Nullable Object dependencies) {
        for (int i = 0; ; i++) {
            long[] block = Ends.block(dependencies, i);
            if (block == null) {
                return;
            }
            for (long end : block) {
                if (End.counts(end) && End.alternatives(end) != 0) {
                    add(key(dependent, End.alternatives(end)), 1);
                }
            }
        }
    }

    private static long key(int dependent, int alternatives) {
        return ((long) dependent << Integer.SIZE) | alternatives;
    }

    private void add(long key, int count) {
        int slot = slot(key);
        counts[slot] += count;
        if (keys[slot] == 0) {
            keys[slot] = key;
            used++;
            if (used * 2 > keys.length) {
                grow();
            }
        }
    }

    /** Where the key is or belongs. */
    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = (int) ((key * SPREAD) >>> Integer.SIZE) & mask;
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldCounts = counts;
        keys = new long[oldKeys.length * 2];
        counts = new int[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                counts[slot] = oldCounts[i];
            }
        }
    }
}
