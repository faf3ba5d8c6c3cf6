package dev.cadastre.server.web.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
        String path, String text, @Nullable String at, @Nullable String next, String csv) {

    /** {@code name=value&…} of the pairs that have a value, encoded. */
    static String query(@Nullable String... pairs) {
        var query = new StringBuilder();
        for (int i = 0; i < pairs.length; i += 2) {
            String value = pairs[i + 1];
            if (value != null && !value.isEmpty()) {
                query.append(query.isEmpty() ? "?" : "&")
                        .append(pairs[i])
                        .append('=')
                        .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        }
        return query.toString();
    }
}
