package dev.cadastre.server.web.page;

import dev.cadastre.server.alerting.Incident;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The list of incidents.
 *
 * @param incidents those of this page, the newest first
 * @param silenced ids of those that nobody is told of now
 * @param any whether there is or was any at all
 * @param state what is asked for, as in the address; empty for those that are not over
 * @param environment only of this one; empty for all
 * @param environments the names to choose from
 * @param next the address of the next page; null on the last
 */
public record IncidentListing(
        List<Incident> incidents,
        Set<Long> silenced,
        boolean any,
        String state,
        String environment,
        List<String> environments,
        @Nullable String next) {

    /** The list of another state. */
    public String of(String other) {
        return Links.to("/incidents", "state", other, "environment", environment);
    }
}
