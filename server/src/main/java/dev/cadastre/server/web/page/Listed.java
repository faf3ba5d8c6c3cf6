package dev.cadastre.server.web.page;

import org.jspecify.annotations.Nullable;

/**
 * A filtered list on a page.
 *
 * @param path the page's path without the query
 * @param text what the list is filtered by, empty for all
 * @param at the moment that is looked at, as in the address; null for now
 * @param next the address of the next page; null on the last
 * @param csv the address of the same list as CSV
 */
public record Listed(
        String path, String text, @Nullable String at, @Nullable String next, String csv) {}
