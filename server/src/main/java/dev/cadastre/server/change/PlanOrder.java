package dev.cadastre.server.change;

import dev.cadastre.change.run.RunSettings;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to be planned.
 *
 * @param archive the digest of the change's archive
 * @param file the change in it; null for the only one at its top
 * @param q a query for hosts; null if they are named
 * @param hosts named hosts; none if there is a query
 * @param parameters what the change is given
 * @param settings how it is to be run
 * @param task what of an app it does, whose values it has then; null for a change by itself
 */
public record PlanOrder(
        String archive,
        @Nullable String file,
        @Nullable String q,
        List<String> hosts,
        Map<String, String> parameters,
        RunSettings settings,
        @Nullable Long task) {

    /** Copies what it has several of. */
    public PlanOrder {
        hosts = List.copyOf(hosts);
        parameters = Map.copyOf(parameters);
    }

    /** Of a change by itself. */
    public PlanOrder(
            String archive,
            @Nullable String file,
            @Nullable String q,
            List<String> hosts,
            Map<String, String> parameters,
            RunSettings settings) {
        this(archive, file, q, hosts, parameters, settings, null);
    }
}
