package dev.cadastre.server.topology.graph;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The sorted ends of an asset on one side, never changed in place: null for none, a {@code long[]}
 * for up to {@link #BLOCK}, and beyond that a {@code long[][]} of such blocks, none of them empty.
 * So a change copies at most one block and the list of blocks, even of an asset that half of all
 * others need; and as there is no object around the arrays, an asset with few relations takes
 * little, and one access leads to its ends.
 */
final class Ends {

    /** The most ends in one array. */
    static final int BLOCK = 1024;

    /** Below this, neighbours are made one. */
    private static final int SPARSE = BLOCK / 2;

    /** How full blocks are that are made at once. */
    private static final int FILL = BLOCK * 3 / 4;

    private Ends() {}

    static int size(@Nullable Object ends) {
        int size = 0;
        for (int i = 0; ; i++) {
            long[] block = block(ends, i);
            if (block == null) {
                return size;
            }
            size += block.length;
        }
    }

    /** The ends in arrays, by position from 0; null after the last. */
    static long @Nullable [] block(@Nullable Object ends, int position) {
        if (ends instanceof long[] flat) {
            return position == 0 ? flat : null;
        }
        return ends instanceof long[][] blocks && position < blocks.length
                ? blocks[position]
                : null;
    }

    /** The end with the key, or {@link End#NONE}. */
    static long find(@Nullable Object ends, long key) {
        long[] block =
                ends instanceof long[][] blocks ? blocks[blockOf(blocks, key)] : block(ends, 0);
        if (block == null) {
            return End.NONE;
        }
        int position = position(block, key);
        return position < 0 ? End.NONE : block[position];
    }

    /** With the end, instead of one with its key if there is one. */
    static Object with(@Nullable Object ends, long end) {
        if (ends instanceof long[][] blocks) {
            int at = blockOf(blocks, End.key(end));
            return replaced(blocks, at, 1, halves(inserted(blocks[at], end)));
        }
        long[] flat = block(ends, 0);
        if (flat == null) {
            return new long[] {end};
        }
        long[][] halves = halves(inserted(flat, end));
        return halves.length == 1 ? halves[0] : halves;
    }

    /** Without the one that has the key; null if none is left. */
    static @Nullable Object without(@Nullable Object ends, long key) {
        if (find(ends, key) == End.NONE) {
            return ends;
        }
        if (ends instanceof long[][] blocks) {
            int at = blockOf(blocks, key);
            return joined(replaced(blocks, at, 1, removed(blocks[at], key)), at);
        }
        long[] flat = block(ends, 0);
        return flat == null || flat.length == 1 ? null : removed(flat, key);
    }

    /** Makes ends of an array in order, which is not to be changed any longer. */
    static @Nullable Object ofSorted(long[] sorted) {
        if (sorted.length <= BLOCK) {
            return sorted.length == 0 ? null : sorted;
        }
        int count = (sorted.length + FILL - 1) / FILL;
        long[][] blocks = new long[count][];
        for (int i = 0; i < count; i++) {
            int from = i * FILL;
            blocks[i] = Arrays.copyOfRange(sorted, from, Math.min(from + FILL, sorted.length));
        }
        return blocks;
    }

    /** The block that the key is in or belongs into. */
    private static int blockOf(long[][] blocks, long key) {
        int low = 0;
        int high = blocks.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (End.key(blocks[middle][0]) <= key) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** Where the key is; if it is not, minus one minus where it belongs. */
    private static int position(long[] block, long key) {
        int found = Arrays.binarySearch(block, key);
        int at = found < 0 ? -1 - found : found;
        // The bits below the key make ends greater than their key.
        return at < block.length && End.key(block[at]) == key ? at : -1 - at;
    }

    private static long[] inserted(long[] block, long end) {
        int position = position(block, End.key(end));
        if (position >= 0) {
            long[] copy = block.clone();
            copy[position] = end;
            return copy;
        }
        int at = -1 - position;
        long[] copy = Arrays.copyOf(block, block.length + 1);
        System.arraycopy(block, at, copy, at + 1, block.length - at);
        copy[at] = end;
        return copy;
    }

    private static long[] removed(long[] block, long key) {
        int at = position(block, key);
        long[] copy = Arrays.copyOf(block, block.length - 1);
        System.arraycopy(block, at + 1, copy, at, copy.length - at);
        return copy;
    }

    /** In one, or in two if they are too many. */
    private static long[][] halves(long[] block) {
        if (block.length <= BLOCK) {
            return new long[][] {block};
        }
        int middle = block.length / 2;
        return new long[][] {
            Arrays.copyOf(block, middle), Arrays.copyOfRange(block, middle, block.length)
        };
    }

    private static long[][] replaced(long[][] blocks, int at, int count, long[]... by) {
        long[][] copy = new long[blocks.length - count + by.length][];
        System.arraycopy(blocks, 0, copy, 0, at);
        System.arraycopy(by, 0, copy, at, by.length);
        int rest = at + count;
        System.arraycopy(blocks, rest, copy, at + by.length, blocks.length - rest);
        return copy;
    }

    /**
     * With the block at a position, which lost one, made one with its neighbour if they are small.
     */
    private static Object joined(long[][] blocks, int at) {
        int left = at + 1 < blocks.length ? at : at - 1;
        if (blocks[at].length > 0 && blocks[left].length + blocks[left + 1].length > SPARSE) {
            return blocks;
        }
        long[][] fewer = replaced(blocks, left, 2, concatenated(blocks[left], blocks[left + 1]));
        return fewer.length == 1 ? fewer[0] : fewer;
    }

    private static long[] concatenated(long[] first, long[] second) {
        long[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
