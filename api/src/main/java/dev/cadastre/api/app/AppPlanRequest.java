package dev.cadastre.api.app;

import dev.cadastre.api.run.RunOptions;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants of an app.
 *
 * @param verb what is wanted
 * @param parcel the parcel as {@code NAME}, {@code NAME:VERSION} or a requirement such as {@code
 *     redis >= 7}, out of what the server keeps; null for the one that is deployed
 * @param q a query for the hosts; null if they are named, or for those where the app is
 * @param hosts names of hosts; null if there is a query, or for those where the app is
 * @param files files with values, in their order; null for those that were given last
 * @param values what the command line gives, by the name of a parameter; null for nothing. What was
 *     given before stays, as long as the app is there
 * @param unset parameters for which nothing is given any more by files or the command line; null
 *     for none
 * @param bindings the app, or {@code app@environment}, that meets a requirement, by the binding;
 *     null to choose none
 * @param purge whether {@code REMOVE} takes the data away, too; null for no
 * @param options how its runs are done; null for as usual
 */
public record AppPlanRequest(
        AppVerb verb,
        @Nullable String parcel,
        @Nullable String q,
        @Nullable List<String> hosts,
        @Nullable List<ValuesFile> files,
        @Nullable Map<String, String> values,
        @Nullable List<String> unset,
        @Nullable Map<String, String> bindings,
        @Nullable Boolean purge,
        @Nullable RunOptions options) {}
