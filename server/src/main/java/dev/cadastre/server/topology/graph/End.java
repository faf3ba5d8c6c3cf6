package dev.cadastre.server.topology.graph;

import dev.cadastre.server.topology.RelationType;

/**
 * A relation as one of its two assets has it, in a long: the other asset's number in the upper
 * half, then three bits of type, one for whether it counts, and 28 of alternatives. Sorted, ends
 * are in the order of the other asset and the type, which together are an end's key.
 */
final class End {

    /** What no end is. */
    static final long NONE = -1;

    static final long COUNTS = 1L << 28;
    static final long ALTERNATIVES = COUNTS - 1;

    private static final int TYPE_SHIFT = 29;
    private static final int ASSET_SHIFT = 32;
    private static final int TYPE = 7;
    private static final long KEY = -1L << TYPE_SHIFT;
    private static final RelationType[] TYPES = RelationType.values();

    static final int TYPE_COUNT = TYPES.length;

    private End() {}

    static long of(int other, RelationType type, int alternatives, boolean counts) {
        return key(other, type) | (counts ? COUNTS : 0) | alternatives;
    }

    @SuppressWarnings("EnumOrdinal") // Lives no longer than the process does.
    static long key(int other, RelationType type) {
        return ((long) other << ASSET_SHIFT) | ((long) type.ordinal() << TYPE_SHIFT);
    }

    static long key(long end) {
        return end & KEY;
    }

    static int other(long end) {
        return (int) (end >>> ASSET_SHIFT);
    }

    static int typeOrdinal(long end) {
        return (int) (end >>> TYPE_SHIFT) & TYPE;
    }

    static RelationType type(long end) {
        return type(typeOrdinal(end));
    }

    static RelationType type(int ordinal) {
        return TYPES[ordinal];
    }

    static boolean counts(long end) {
        return (end & COUNTS) != 0;
    }

    static int alternatives(long end) {
        return (int) (end & ALTERNATIVES);
    }
}
