package dev.cadastre.cli.attach;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.server.Server;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What scripts and programs of a run may refer to. Immutable.
 *
 * @param local on this machine
 * @param hosts on each host
 */
record ValuesOfRun(Map<String, String> local, Map<String, Map<String, String>> hosts) {
    ValuesOfRun {
        local = Map.copyOf(local);
        hosts = Map.copyOf(hosts);
    }

    static ValuesOfRun read(Server server, String run) {
        Json values = server.read(Path.of("runs", run, "values"));
        Map<String, Map<String, String>> hosts = new LinkedHashMap<>();
        if (values.at("hosts") instanceof Json.Members(var members)) {
            members.forEach((host, texts) -> hosts.put(host, texts(texts)));
        }
        return new ValuesOfRun(texts(values.at("local")), hosts);
    }

    /** The texts of an object; none if it is something else. */
    static Map<String, String> texts(Json members) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (members instanceof Json.Members(var values)) {
            values.forEach((name, value) -> texts.put(name, value.text().orElse("")));
        }
        return texts;
    }
}
