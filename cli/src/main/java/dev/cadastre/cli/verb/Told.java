package dev.cadastre.cli.verb;

import dev.cadastre.cli.json.Json;
import java.util.List;

/** What verbs that tell of the map have in common. */
final class Told {

    private Told() {}

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
