package dev.cadastre.server.web.api.request;

import dev.cadastre.api.ListPage;
import java.util.List;
import java.util.function.Function;

/** Makes pages of lists that were read one item further than they are shown. */
public final class Paged {

    private Paged() {}

    /**
     * A page.
     *
     * @param read up to {@code limit + 1} items; the one too many shows that there is a next page
     * @param position the key of an item, after which the next page begins
     * @param wire how an item is sent
     */
    public static <R, W> ListPage<W> page(
            List<R> read, int limit, Function<R, String> position, Function<R, W> wire) {
        boolean more = read.size() > limit;
        List<R> shown = more ? read.subList(0, limit) : read;
        return new ListPage<>(
                shown.stream().map(wire).toList(),
                more ? new Cursor(position.apply(shown.getLast())).encode() : null);
    }
}
