package dev.cadastre.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a collection on demand has come.
 *
 * @param id names it at {@code /collections/{id}}, for as long as the server remembers it
 * @param total how many hosts it has
 * @param done how many of them ended, well or not
 * @param items those that ended, in that order
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

    /** One host of a collection, and how it went. */
    public record Item(String host, Result outcome) {}

    /**
     * How the collection of one host went.
     *
     * @param reason why it failed, as a sentence; null unless it did
     * @param remedy what to do about it, as a sentence; null where nothing is to be done
     */
    public record Result(Outcome.Kind kind, @Nullable String reason, @Nullable String remedy) {}
}
