package dev.cadastre.server.inventory.installed;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.IntStream;

/** An immutable set of package ids, sorted. */
public final class PackageIds {

    /** No ids. */
    public static final PackageIds NONE = new PackageIds(new int[0]);

    private final int[] sorted;

    private PackageIds(int[] sorted) {
        this.sorted = sorted;
    }

    /** The ids, each once. */
    public static PackageIds of(IntStream ids) {
        return new PackageIds(ids.sorted().distinct().toArray());
    }

    /** The ids, each once. */
    public static PackageIds of(int... ids) {
        return of(Arrays.stream(ids));
    }

    /** The ids, each once. */
    public static PackageIds of(Collection<Integer> ids) {
        return of(ids.stream().mapToInt(Integer::intValue));
    }

    /** What is here and not in {@code other}. */
    public PackageIds minus(PackageIds other) {
        int[] result = new int[sorted.length];
        int size = 0;
        int j = 0;
        for (int id : sorted) {
            while (j < other.sorted.length && other.sorted[j] < id) {
                j++;
            }
            if (j == other.sorted.length || other.sorted[j] != id) {
                result[size++] = id;
            }
        }
        return new PackageIds(Arrays.copyOf(result, size));
    }

    /** What is here or in {@code other}. */
    public PackageIds plus(PackageIds other) {
        if (other.isEmpty()) {
            return this;
        }
        return of(IntStream.concat(stream(), other.stream()));
    }

    /** Whether the id is here. */
    public boolean contains(int id) {
        return Arrays.binarySearch(sorted, id) >= 0;
    }

    /** How many there are. */
    public int size() {
        return sorted.length;
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return sorted.length == 0;
    }

    /** The ids in their order. */
    public IntStream stream() {
        return Arrays.stream(sorted);
    }

    int[] toArray() {
        return sorted.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PackageIds ids && Arrays.equals(sorted, ids.sorted);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sorted);
    }

    @Override
    public String toString() {
        return Arrays.toString(sorted);
    }
}
