package dev.cadastre.server.topology.graph;

import dev.cadastre.server.topology.RelationType;

/**
 * A relation between two assets. A graph has at most one of each type from one asset to another.
 *
 * @param from the number of the asset that it starts from, from 1 to {@link #HIGHEST_ASSET}
 * @param type what it says
 * @param to the number of the asset that it leads to
 * @param alternatives 0 if nothing stands in for it; else a number, up to {@link
 *     #HIGHEST_ALTERNATIVES}, which this dependency has in common with those others of the same
 *     dependent that do
 * @param counts whether anything falls by it; without a meaning for a type that says nothing about
 *     dependence, whose relations never count
 */
public record Relation(int from, RelationType type, int to, int alternatives, boolean counts) {

    /** The highest number that an asset can have. */
    public static final int HIGHEST_ASSET = (1 << 27) - 1;

    /** The highest number that alternatives can have. */
    public static final int HIGHEST_ALTERNATIVES = (1 << 28) - 1;

    /** Refuses numbers out of their ranges; sees to it that what cannot count does not. */
    public Relation {
        requireAsset(from);
        requireAsset(to);
        requireAlternatives(alternatives);
        counts = counts && type.dependent() != RelationType.Dependent.NEITHER;
    }

    /** A dependency that nothing stands in for, and that counts. */
    public static Relation of(int from, RelationType type, int to) {
        return new Relation(from, type, to, 0, true);
    }

    /** The same as one of alternatives, or as none with 0. */
    public Relation withAlternatives(int number) {
        return new Relation(from, type, to, number, counts);
    }

    /** The same, but nothing falls by it. */
    public Relation notCounting() {
        return new Relation(from, type, to, alternatives, false);
    }

    /** The end that needs the other; the first where neither does. */
    int dependent() {
        return fromDepends(type) ? from : to;
    }

    /** The end that the other needs; the last where neither does. */
    int provider() {
        return fromDepends(type) ? to : from;
    }

    static boolean fromDepends(RelationType type) {
        return type.dependent() != RelationType.Dependent.TO;
    }

    static void requireAsset(int asset) {
        if (asset < 1 || asset > HIGHEST_ASSET) {
            throw new IllegalArgumentException(
                    "An asset's number is from 1 to %d, not %d".formatted(HIGHEST_ASSET, asset));
        }
    }

    static void requireAlternatives(int alternatives) {
        if (alternatives < 0 || alternatives > HIGHEST_ALTERNATIVES) {
            throw new IllegalArgumentException(
                    "The number of alternatives is from 0 to %d, not %d"
                            .formatted(HIGHEST_ALTERNATIVES, alternatives));
        }
    }
}
