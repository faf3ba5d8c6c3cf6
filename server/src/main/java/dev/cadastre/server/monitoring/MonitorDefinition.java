package dev.cadastre.server.monitoring;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is to be checked, and how.
 *
 * @param name what it is called; unique for an asset, and among those with a query
 * @param asset what it checks, {@code ${host}} in it standing for each host that a query finds;
 *     null for the host itself
 * @param q covers every host that matches, also those that come later; null if it is for one asset
 * @param kind by which means
 * @param command the program and its arguments; empty for kinds that run none
 * @param settings what the kind needs to know, by name
 * @param interval the time from one check to the next; for what is told, the longest silence
 * @param timeout how long a check may take
 * @param retries how many further results must tell of a problem before it is certain
 * @param retryInterval the time until the next check while a problem is not certain
 * @param place where it is checked from
 * @param availability whether the asset does not work at all when this is critical
 * @param enabled whether it is checked
 * @param test what is sent to the host and run there; null for kinds that send none
 */
public record MonitorDefinition(
        String name,
        @Nullable String asset,
        @Nullable String q,
        MonitorKind kind,
        List<String> command,
        Map<String, String> settings,
        Duration interval,
        Duration timeout,
        int retries,
        Duration retryInterval,
        CheckPlace place,
        boolean availability,
        boolean enabled,
        @Nullable TestText test) {

    /** Copies what can be changed. */
    public MonitorDefinition {
        command = List.copyOf(command);
        settings = Map.copyOf(settings);
    }

    /** A setting; empty if it is not given. */
    public Optional<String> setting(String key) {
        return Optional.ofNullable(settings.get(key));
    }
}
