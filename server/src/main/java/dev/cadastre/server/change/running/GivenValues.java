package dev.cadastre.server.change.running;

import dev.cadastre.change.ScriptContext;
import dev.cadastre.change.archive.ChangeFolder;
import dev.cadastre.change.archive.FolderContext;
import dev.cadastre.change.plan.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What a change's files and parameters may refer to. Immutable.
 *
 * @param byHost all of a host's, by the host
 * @param alike what is known before any host is, and counts before what the change's file states
 * @param local what is known on the machine of whoever runs it
 * @param secrets those in {@code byHost} that nobody is to see
 */
record GivenValues(
        Map<String, Map<String, String>> byHost,
        Map<String, String> alike,
        Map<String, String> local,
        Set<String> secrets) {

    /** Copies all. */
    GivenValues {
        byHost = Map.copyOf(byHost);
        alike = Map.copyOf(alike);
        local = Map.copyOf(local);
        secrets = Set.copyOf(secrets);
    }

    /** Those of each host. */
    List<Map<String, String>> ofHosts() {
        return List.copyOf(byHost.values());
    }

    /** Those of each host, without any in which there is a secret. */
    Map<String, Map<String, String>> shown() {
        Map<String, Map<String, String>> shown = new HashMap<>();
        byHost.forEach((host, values) -> {
            Map<String, String> open = new HashMap<>(values);
            open.values().removeIf(value -> secrets.stream().anyMatch(value::contains));
            shown.put(host, open);
        });
        return shown;
    }

    /** What scripts are made from at each place. */
    Function<Place, ScriptContext> contexts(ChangeFolder files) {
        return place ->
                place.isLocal()
                        ? FolderContext.local(files, local)
                        : FolderContext.host(
                                files, place.host(), byHost.getOrDefault(place.host(), local));
    }
}
