package dev.cadastre.cli.offline;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What has to be kept beside a run's journal, so that it can be resumed without the folder that the
 * change came from.
 *
 * @param who started it
 * @param why may be empty
 * @param file the path of the {@code .change} file in the kept folder
 * @param digest of that folder
 * @param jar whether the change's jar is kept, which has programs of it
 * @param program which change of the jar; null for its only one
 * @param parameters that the change was given
 * @param hosts and how they are reached
 */
record OfflineOrder(
        String who,
        String why,
        String file,
        String digest,
        boolean jar,
        @Nullable String program,
        Map<String, String> parameters,
        List<OfflineHost> hosts) {

    OfflineOrder {
        parameters = Map.copyOf(parameters);
        hosts = List.copyOf(hosts);
    }

    /** The names of its hosts. */
    List<String> names() {
        return hosts.stream().map(OfflineHost::name).toList();
    }

    /** What the estate states, by host. */
    Map<String, Map<String, String>> values() {
        Map<String, Map<String, String>> values = new LinkedHashMap<>();
        hosts.forEach(host -> values.put(host.name(), host.values()));
        return values;
    }

    Json json() {
        return new JsonObject()
                .with("who", who)
                .with("why", why)
                .with("file", file)
                .with("digest", digest)
                .with("jar", new Json.Truth(jar))
                .with("program", program)
                .with("parameters", texts(parameters))
                .with("hosts", new Json.Items(hosts.stream().map(OfflineOrder::json).toList()))
                .json();
    }

    private static Json texts(Map<String, String> texts) {
        Map<String, Json> members = new LinkedHashMap<>();
        texts.forEach((name, text) -> members.put(name, new Json.Text(text)));
        return new Json.Members(members);
    }

    private static Json json(OfflineHost host) {
        return new JsonObject()
                .with("name", host.name())
                .with("address", host.address())
                .with("port", host.port())
                .with("user", host.user())
                .with("identities", host.identities())
                .with(
                        "jumps",
                        new Json.Items(host.jumps().stream().map(OfflineOrder::json).toList()))
                .with("values", texts(host.values()))
                .json();
    }

    private static Json json(OfflineHost.Jump jump) {
        return new JsonObject()
                .with("address", jump.address())
                .with("port", jump.port())
                .with("user", jump.user())
                .with("identities", jump.identities())
                .json();
    }

    static OfflineOrder of(Json json) {
        return new OfflineOrder(
                text(json, "who"),
                text(json, "why"),
                text(json, "file"),
                text(json, "digest"),
                json.holds("jar"),
                json.text("program").orElse(null),
                texts(json.at("parameters")),
                json.list("hosts").stream().map(OfflineOrder::host).toList());
    }

    private static OfflineHost host(Json json) {
        return new OfflineHost(
                text(json, "name"),
                text(json, "address"),
                Integer.parseInt(text(json, "port")),
                json.text("user").orElse(null),
                texts(json.list("identities")),
                json.list("jumps").stream().map(OfflineOrder::jump).toList(),
                texts(json.at("values")));
    }

    private static OfflineHost.Jump jump(Json json) {
        return new OfflineHost.Jump(
                text(json, "address"),
                Integer.parseInt(text(json, "port")),
                json.text("user").orElse(null),
                texts(json.list("identities")));
    }

    private static String text(Json json, String name) {
        return json.text(name).orElse("");
    }

    private static List<String> texts(List<Json> items) {
        return items.stream().flatMap(item -> item.text().stream()).toList();
    }

    private static Map<String, String> texts(Json members) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (members instanceof Json.Members(var values)) {
            values.forEach((name, value) -> texts.put(name, value.text().orElse("")));
        }
        return texts;
    }
}
