package dev.cadastre.cli.verb;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.json.JsonObject;
import dev.cadastre.cli.output.Column;
import dev.cadastre.cli.output.Format;
import dev.cadastre.cli.output.Wording;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code cadastre estate apply}. */
@Command(
        name = "apply",
        description = "Show what the server's estate file would change, and have it read again.",
        footer = {"", "Example: cadastre estate apply --yes"})
final class EstateApplyVerb implements Callable<Integer> {

    private static final List<Column> CHANGES =
            List.of(
                    Column.of("SECTION", "section"),
                    Column.of("CHANGE", "change"),
                    Column.of("KEY", "key"),
                    Column.of("FROM", "from"),
                    Column.of("TO", "to"));

    private final Session session;

    @Option(names = "--yes", description = "do not ask")
    private boolean agreed;

    EstateApplyVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Json plan = session.server().write("POST", Path.of("estate", "plan"), "");
        if (plan.list("changes").isEmpty()) {
            session.remark("Nothing would change.");
            return 0;
        }
        List<Json> lines = plan.list("changes").stream().flatMap(EstateApplyVerb::lines).toList();
        session.printer().items(plan, lines, CHANGES);
        if (session.printer().format() == Format.TABLE) {
            plan.list("changes").forEach(this::printDifferences);
        }
        session.confirm("Apply this?", agreed);
        session.server().write("POST", Path.of("estate", "apply"), "");
        session.remark("Applied.");
        return 0;
    }

    /** What the text of a test says otherwise, below what says that it is another one. */
    private void printDifferences(Json section) {
        section.list("values").stream()
                .flatMap(value -> value.text("difference").stream())
                .flatMap(String::lines)
                .forEach(session.printer()::line);
    }

    private static Stream<Json> lines(Json section) {
        List<Json> values = section.list("values");
        return values.isEmpty()
                ? Stream.of(line(section, section))
                : values.stream().map(value -> line(section, value));
    }

    private static Json line(Json section, Json value) {
        return new JsonObject()
                .with("section", section.text("section").orElse(""))
                .with("change", Wording.word(value.text("change").orElse("")))
                .with("key", value.text("name").orElse(""))
                .with("from", Wording.of(value.at("from")))
                .with("to", Wording.of(value.at("to")))
                .json();
    }
}
