package dev.cadastre.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What may stand at a place of a query.
 *
 * @param from where the text begins that an item replaces, in UTF-16 units
 * @param to where it ends
 * @param items the best first
 * @param next always null, since the list is whole
 */
public record QueryCompletion(int from, int to, List<Item> items, @Nullable String next) {

    /** Copies the items. */
    public QueryCompletion {
        items = List.copyOf(items);
    }

    /**
     * Something to write.
     *
     * @param kind what it is
     * @param insert what to write
     * @param label what to show
     * @param description in one line; may be empty
     */
    public record Item(Kind kind, String insert, String label, String description) {}

    /** What can be offered. */
    public enum Kind {
        /** A field. */
        FIELD,
        /** AND, OR or NOT. */
        KEYWORD,
        /** An operator or a colon. */
        OPERATOR,
        /** A key, a name or an operand. */
        VALUE
    }
}
