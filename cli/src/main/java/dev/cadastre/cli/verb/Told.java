package dev.cadastre.cli.verb;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What verbs that tell of the map have in common. */
final class Told {

    private Told() {}

    /** Adds named texts, unless there are none. */
    static void put(JsonObject body, String name, Map<String, String> texts) {
        if (!texts.isEmpty()) {
            Map<String, Json> members = new LinkedHashMap<>();
            texts.forEach((key, text) -> members.put(key, new Json.Text(text)));
            body.with(name, new Json.Members(members));
        }
    }

    /** What became of it, as a sentence. */
    static String receipt(String subject, Json receipt) {
        List<Json> created = receipt.list("created");
        return created.isEmpty()
                ? "Told of " + subject + "."
                : "Told of %s; new on the map: %s."
                        .formatted(subject, String.join(", ", texts(created)));
    }

    private static List<String> texts(List<Json> items) {
        return items.stream().map(item -> item.text().orElse("?")).toList();
    }
}
