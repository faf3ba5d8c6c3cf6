package dev.cadastre.server.web.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of the map.
 *
 * @param q the query that narrows it; empty for none
 * @param environment the only environment shown; empty for all
 * @param at the moment as in the address; null for now
 * @param environments all that may be chosen
 * @param source where the script finds the map
 * @param table the map as a table; null where it is drawn
 * @param writer whether things may be added
 * @param faults what is wrong with the query, each as lines
 */
public record MapPage(
        String q,
        String environment,
        @Nullable String at,
        List<String> environments,
        String source,
        @Nullable MapTable table,
        boolean writer,
        List<String> faults) {

    /** How much of it there is; empty where it is drawn, as the script counts then. */
    public String tally() {
        return table == null ? "" : Wording.counted(table.size() + table.left(), "asset");
    }

    /** Whether there may be more on the map than is asked for. */
    public boolean narrowed() {
        return !q.isEmpty() || !environment.isEmpty() || at != null;
    }

    /** Where it is drawn. */
    public String drawing() {
        return Links.to("/map", "q", q, "environment", environment, "at", at);
    }

    /** Where it is a table. */
    public String tabular() {
        return Links.to("/map", "q", q, "environment", environment, "at", at, "view", "table");
    }
}
