package dev.cadastre.query;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong with a query. A caller that finds more when it evaluates one, such as a fact that
 * no host has, may make its own.
 *
 * @param code a stable name for this kind of problem, such as {@code query.unknown-field}
 * @param place the part of the text that is at fault
 * @param message what is wrong and what to do, in one line without control characters
 * @param suggestion what to put there instead so that this problem is gone; null if nothing comes
 *     to mind
 */
public record Problem(String code, Place place, String message, @Nullable String suggestion) {
    /** Orders problems as a reader meets them. */
    public static final Comparator<Problem> BY_PLACE =
            Comparator.comparing(
                    Problem::place,
                    Comparator.comparingInt(Place::column).thenComparingInt(Place::length));

    /** The first character at fault, counted from 1 in code points. */
    public int column() {
        return place.column();
    }

    /** How many characters are at fault, in code points. */
    public int length() {
        return place.length();
    }

    /**
     * Two lines for a terminal: the query, cut to some 70 characters around the place, and carets
     * below the place with the message. What a terminal would not show is replaced.
     *
     * @param query the text in which the problem was found
     */
    public String render(String query) {
        return Rendering.of(this, query);
    }

    /** One line for a log. */
    @Override
    public String toString() {
        return "%d:%d: %s [%s]".formatted(place.column(), place.length(), message, code);
    }
}
