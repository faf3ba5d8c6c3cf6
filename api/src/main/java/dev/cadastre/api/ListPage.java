package dev.cadastre.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items in the order that the list's address promises; empty where nothing matches
 * @param next what to send as {@code after} for the following page; null on the last
 */
public record ListPage<T>(List<T> items, @Nullable String next) {

    /** Copies the items. */
    public ListPage {
        items = List.copyOf(items);
    }
}
