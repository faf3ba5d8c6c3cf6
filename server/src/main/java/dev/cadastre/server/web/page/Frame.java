package dev.cadastre.server.web.page;

import org.jspecify.annotations.Nullable;

/**
 * What surrounds the content of every page.
 *
 * @param title the page's own title
 * @param place the entry of the navigation to mark, {@code hosts}
 * @param search the text in the search box
 * @param reader who is signed in, as shown; null for a visitor
 * @param operator whether writes are offered
 * @param administrator whether the administration is offered
 * @param csrfToken the token that forms send along
 * @param invented whether all that is shown is a demonstration
 * @param twin where the page's content is served as JSON; null where there is none
 */
public record Frame(
        String title,
        String place,
        String search,
        @Nullable String reader,
        boolean operator,
        boolean administrator,
        String csrfToken,
        boolean invented,
        @Nullable String twin) {}
