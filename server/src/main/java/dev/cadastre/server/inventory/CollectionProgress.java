package dev.cadastre.server.inventory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a collection that was asked for has come.
 *
 * @param id names it for as long as the server remembers it
 * @param total how many hosts it is for, of those that the reader may see
 * @param items those that are done, in the order in which they ended
 */
public record CollectionProgress(String id, int total, List<Item> items) {

    /** Copies the items. */
    public CollectionProgress {
        items = List.copyOf(items);
    }

    /** Whether all hosts are done. */
    public boolean finished() {
        return items.size() >= total;
    }

    /**
     * How one host went.
     *
     * @param host its name
     * @param outcome what happened
     * @param reason why, unless all is well
     * @param remedy what to do about it; null where nothing is to be done
     */
    public record Item(
            String host, Outcome.Kind outcome, @Nullable String reason, @Nullable String remedy) {}
}
