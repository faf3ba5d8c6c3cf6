package dev.cadastre.api;

import org.jspecify.annotations.Nullable;

/**
 * A value that is not the same on both sides.
 *
 * @param name what it is the value of
 * @param from as it is on the first side; null where it is missing there
 * @param to as it is on the second side; null where it is missing there
 * @param difference of a text that the value stands for, as a unified diff; null if it stands for
 *     none, or there is none on one side
 */
public record ValueDifference(
        Change change,
        String name,
        @Nullable String from,
        @Nullable String to,
        @Nullable String difference) {

    /** A value that is all there is. */
    public ValueDifference(Change change, String name, @Nullable String from, @Nullable String to) {
        this(change, name, from, to, null);
    }
}
