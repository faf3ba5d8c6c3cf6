package dev.cadastre.server.web.api.request;

import dev.cadastre.api.ListPage;
import dev.cadastre.server.inventory.Page;
import java.util.List;
import java.util.function.Function;

/** Makes the pages that are sent. */
public final class Pages {

    private Pages() {}

    /** A part's page as it is sent. */
    public static <R, W> ListPage<W> wire(Page<R> page, Function<R, W> wire) {
        return new ListPage<>(
                page.items().stream().map(wire).toList(),
                page.next() == null ? null : new Cursor(page.next()).encode());
    }

    /** A list that is never longer than one page. */
    public static <R, W> ListPage<W> whole(List<R> items, Function<R, W> wire) {
        return new ListPage<>(items.stream().map(wire).toList(), null);
    }

    /**
     * A page of a list that was read one item further than it is shown, which tells whether there
     * is a next page.
     *
     * @param read up to {@code limit + 1} items
     * @param position the key of an item, after which the next page begins
     */
    public static <R, W> ListPage<W> cut(
            List<R> read, int limit, Function<R, String> position, Function<R, W> wire) {
        boolean more = read.size() > limit;
        List<R> shown = more ? read.subList(0, limit) : read;
        return new ListPage<>(
                shown.stream().map(wire).toList(),
                more ? new Cursor(position.apply(shown.getLast())).encode() : null);
    }
}
