package dev.cadastre.query;

import java.util.List;

/** Knows values of fields, to complete them. */
@FunctionalInterface
public interface ValueSource {
    /** Knows none. */
    ValueSource NONE = wanted -> List.of();

    /**
     * The values to offer, best first, as they are, without quotes. The first 100 are taken; those
     * that no query can hold are left out.
     *
     * @param wanted says which field, and by which prefix to choose; a field with a closed set of
     *     names is not asked for
     */
    List<String> values(Wanted.Value wanted);
}
