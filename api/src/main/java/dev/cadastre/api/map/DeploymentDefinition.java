package dev.cadastre.api.map;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * That something was changed, by whatever tool.
 *
 * @param key names this deployment among those of the sender, so that it can be told again; the
 *     header {@code Idempotency-Key} does the same; null if it is told once
 * @param app the application's name, {@code shop}
 * @param environment where; null for that of its hosts
 * @param version what runs there now; null if it has none
 * @param hosts the names of the hosts that it runs on, each of which is enough; null for none
 * @param allHosts whether it runs on no other hosts any longer; null for no
 * @param by who did it; null for the sender
 * @param tool what it was done with, {@code ansible}; null if that is not said
 * @param run which run of the tool; null likewise
 * @param link where to read more, with http or https; null for nowhere
 * @param parameters what it was done with, without secrets; null for none
 * @param dependencies the ids of all that it needs; null to leave that as it is
 * @param programs the names of its programs on each host, as the map has them, {@code gunicorn};
 *     null for none
 */
public record DeploymentDefinition(
        @Nullable String key,
        String app,
        @Nullable String environment,
        @Nullable String version,
        @Nullable List<String> hosts,
        @Nullable Boolean allHosts,
        @Nullable String by,
        @Nullable String tool,
        @Nullable String run,
        @Nullable String link,
        @Nullable Map<String, String> parameters,
        @Nullable List<String> dependencies,
        @Nullable List<String> programs) {}
