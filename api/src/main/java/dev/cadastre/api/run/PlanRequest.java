package dev.cadastre.api.run;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to be planned.
 *
 * @param archive the digest of the change's archive, which was sent before
 * @param file the change in it; null for the only one at its top
 * @param q a query for the hosts; null if they are named
 * @param hosts names of hosts; null if there is a query
 * @param parameters what the change is given; null for nothing
 * @param options how it is to be run; null for as usual
 */
public record PlanRequest(
        String archive,
        @Nullable String file,
        @Nullable String q,
        @Nullable List<String> hosts,
        @Nullable Map<String, String> parameters,
        @Nullable RunOptions options) {}
