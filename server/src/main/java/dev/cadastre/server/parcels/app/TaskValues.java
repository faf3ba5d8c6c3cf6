package dev.cadastre.server.parcels.app;

import java.util.Map;
import java.util.Set;
import org.springframework.modulith.NamedInterface;

/**
 * What a change of an app, and its templates, find. It has secrets, and does not tell itself.
 *
 * @param byHost all values of a host, by the host
 * @param common those that are the same on all hosts and no secrets
 * @param secrets the values among them that nobody is to see
 */
@NamedInterface("app")
public record TaskValues(
        Map<String, Map<String, String>> byHost, Map<String, String> common, Set<String> secrets) {

    /** Copies all. */
    public TaskValues {
        byHost = Map.copyOf(byHost);
        common = Map.copyOf(common);
        secrets = Set.copyOf(secrets);
    }

    @Override
    public String toString() {
        return "values of %d hosts".formatted(byHost.size());
    }
}
