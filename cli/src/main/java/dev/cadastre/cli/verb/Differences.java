package dev.cadastre.cli.verb;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.json.JsonObject;
import dev.cadastre.cli.output.Wording;
import java.util.List;
import java.util.stream.Stream;

/** Makes one list of the lists that a diff has. */
final class Differences {

    private static final List<String> SECTIONS =
            List.of("packages", "facts", "services", "daemons", "runtimes");

    private Differences() {}

    static List<Json> flatten(Json diff) {
        return SECTIONS.stream().flatMap(section -> lines(diff, section)).toList();
    }

    private static Stream<Json> lines(Json diff, String section) {
        return diff.list(section).stream().map(difference -> line(difference, section));
    }

    private static Json line(Json difference, String section) {
        String root = difference.text("root").map(folder -> " (" + folder + ")").orElse("");
        return new JsonObject()
                .with("name", difference.text("name").orElse("") + root)
                .with("arch", difference.text("arch").orElse(null))
                .with("section", section)
                .with("change", difference.text("change").orElse(""))
                .with("from", Wording.of(difference.at("from")))
                .with("to", Wording.of(difference.at("to")))
                .json();
    }
}
