package dev.cadastre.server.web.page;

import java.util.Objects;

/**
 * A query to save, as it stands in a form.
 *
 * @param name empty until one is chosen
 * @param q the query
 * @param instead the name again if the query is meant to take the place of the one that has it,
 *     else empty
 */
public record SavedQueryForm(String name, String q, String instead) {

    /** What a request lacks is empty. */
    public SavedQueryForm {
        name = Objects.requireNonNullElse(name, "").strip();
        q = Objects.requireNonNullElse(q, "").strip();
        instead = Objects.requireNonNullElse(instead, "").strip();
    }

    /** A form for a query that has no name yet. */
    static SavedQueryForm fresh(String name, String q) {
        return new SavedQueryForm(name, q, "");
    }

    /** Whether it takes the place of the one that has the name. */
    public boolean replacing() {
        return !name.isEmpty() && instead.equals(name);
    }
}
