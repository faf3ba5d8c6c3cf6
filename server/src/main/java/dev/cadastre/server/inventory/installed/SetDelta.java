package dev.cadastre.server.inventory.installed;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A set of packages written as another one with differences.
 *
 * @param set the id of the other set; null if none is near enough and the packages are to become a
 *     set of their own
 * @param added what the other set lacks
 * @param removed what the other set has too much
 */
record SetDelta(@Nullable Integer set, PackageIds added, PackageIds removed) {

    private static final int ALWAYS_SMALL = 64;
    private static final int SMALL_PART = 10;

    /**
     * Such a difference takes as much room as two fifths of a set, and each change writes it anew.
     */
    private static final int BEARABLE_PART = 5;

    /**
     * A set that is stored already.
     *
     * @param id its id
     * @param members its members
     */
    record Stored(int id, PackageIds members) {}

    /**
     * Chooses how to write {@code wanted}: as the host's present set while the difference is small,
     * so that a chain of updates stays with it, else as the nearest of {@code others} if that is
     * near, else as a new set.
     *
     * @param wanted ids
     * @param present the set that the host has now, null for a new host
     * @param others sets of like hosts
     */
    static SetDelta choose(PackageIds wanted, @Nullable Stored present, List<Stored> others) {
        if (present != null) {
            SetDelta delta = between(wanted, present);
            if (delta.small(wanted.size())) {
                return delta;
            }
        }
        Optional<SetDelta> nearest =
                others.stream()
                        .map(other -> between(wanted, other))
                        .min((a, b) -> Integer.compare(a.size(), b.size()));
        return nearest.filter(delta -> delta.small(wanted.size()))
                .orElse(new SetDelta(null, PackageIds.NONE, PackageIds.NONE));
    }

    /**
     * How to write {@code wanted} if no other host is to be like it: as the nearest of the sets, if
     * that takes far less room than a set of its own.
     */
    static Optional<SetDelta> alone(
            PackageIds wanted, @Nullable Stored present, List<Stored> others) {
        return Stream.concat(Stream.ofNullable(present), others.stream())
                .map(other -> between(wanted, other))
                .min(Comparator.comparingInt(SetDelta::size))
                .filter(delta -> delta.size() <= wanted.size() / BEARABLE_PART);
    }

    /** Whether one would be written as the other one with differences. */
    static boolean near(PackageIds wanted, PackageIds other) {
        return between(wanted, new Stored(0, other)).small(wanted.size());
    }

    private static SetDelta between(PackageIds wanted, Stored stored) {
        return new SetDelta(
                stored.id(), wanted.minus(stored.members()), stored.members().minus(wanted));
    }

    private int size() {
        return added.size() + removed.size();
    }

    private boolean small(int members) {
        return size() <= Math.max(ALWAYS_SMALL, members / SMALL_PART);
    }
}
