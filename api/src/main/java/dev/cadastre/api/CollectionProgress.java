package dev.cadastre.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a collection on demand has come.
 *
 * @param id names it at {@code /collections/{id}}
 * @param total how many hosts it has
 * @param done how many of them ended, well or not
 * @param items one for each host, sorted by name
 */
public record CollectionProgress(String id, int total, int done, List<Item> items) {

    /** Copies the items. */
    public CollectionProgress {
        items = List.copyOf(items);
    }

    /** Whether nothing is left to wait for. */
    public boolean complete() {
        return done >= total;
    }

    /**
     * One host of a collection.
     *
     * @param outcome null while it is under way
     */
    public record Item(String host, @Nullable Outcome outcome) {}
}
