package dev.cadastre.server.web.page;

import dev.cadastre.api.HostSummary;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of hosts.
 *
 * @param hosts those of this page
 * @param environments the names to choose from
 * @param text the filter's text, empty for all
 * @param environment only this one; null for all
 * @param group only of this group; null for all
 * @param failing only those that cannot be collected
 * @param at the moment looked at; null for now
 * @param next the address of the next page; null on the last
 * @param answer what else is to be shown of the query
 */
public record HostListing(
        List<HostSummary> hosts,
        List<String> environments,
        String text,
        @Nullable String environment,
        @Nullable String group,
        boolean failing,
        @Nullable Instant at,
        @Nullable String next,
        QueryAnswer answer) {

    /** Whether anything narrows the list. */
    public boolean filtered() {
        return !text.isEmpty() || environment != null || group != null || failing;
    }

    /** Whether there is a query that is more than the name of a saved one. */
    public boolean isWorthSaving() {
        return !text.isEmpty() && !text.matches("saved:[^\\s*?,]+");
    }

    /** What is listed, as a sentence. */
    public String describe() {
        var sentence = new StringBuilder(failing ? "Hosts that cannot be collected" : "Hosts");
        if (environment != null) {
            sentence.append(" in ").append(environment);
        }
        if (group != null) {
            sentence.append(" of group ").append(group);
        }
        if (!text.isEmpty()) {
            sentence.append(" that “").append(text).append("” finds");
        }
        return sentence.append('.').toString();
    }

    /** The page of one of the hosts, at the same moment. */
    public String link(HostSummary host) {
        return Links.to("/hosts/" + host.name(), "at", at == null ? null : at.toString());
    }

    /** The same list as CSV. */
    public String csv() {
        return Links.to(
                "/hosts.csv",
                "q",
                text,
                "environment",
                environment,
                "group",
                group,
                "outcome",
                failing ? "FAILING" : null,
                "at",
                at == null ? null : at.toString());
    }
}
