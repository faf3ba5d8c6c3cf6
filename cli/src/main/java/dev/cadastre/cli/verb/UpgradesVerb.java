package dev.cadastre.cli.verb;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.json.JsonObject;
import dev.cadastre.cli.output.Column;
import dev.cadastre.cli.output.Mark;
import dev.cadastre.cli.output.Wording;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code cadastre upgrades [QUERY]}. */
@Command(
        name = "upgrades",
        description = {
            "Ask hosts now which newer versions their repositories offer of their system, runtimes"
                    + " and servers.",
            "They look into the lists that they have; nothing is fetched. What they say is kept for"
                    + " the ways up of 'cadastre support'.",
            "Exit status 1 if some host could not be asked."
        },
        footer = {
            "",
            "Example: cadastre upgrades host:web1",
            "         cadastre upgrades env:prod -o ndjson"
        })
public final class UpgradesVerb implements Callable<Integer> {

    private static final List<Column> COLUMNS =
            List.of(
                    Column.of("HOST", "host"),
                    Column.of("STATE", item -> Wording.word(item.text("state").orElse("")))
                            .marked(UpgradesVerb::mark),
                    Column.of("PACKAGE", UpgradesVerb::name),
                    Column.of("INSTALLED", "upgrade", "installed"),
                    Column.of("OFFERED", "upgrade", "version"),
                    Column.of("SUPPORT", "upgrade", "support", "words"),
                    Column.of("REPOSITORY", "upgrade", "repository"),
                    Column.of("REASON", "reason"),
                    Column.of("REMEDY", "remedy"));

    private final Session session;

    @Parameters(
            index = "0..*",
            arity = "0..*",
            paramLabel = "QUERY",
            description = "which hosts to ask; without it all of them")
    private List<String> words = List.of();

    /** The verb of a session. */
    public UpgradesVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        QueryText query = QueryText.of(words);
        Json request =
                new JsonObject().with("q", query.text().isBlank() ? null : query.text()).json();
        var answers = new Answers(session, "upgrades", COLUMNS);
        Json whole =
                answers.await(
                        query.explaining(() ->
                                session.server().write("POST", Path.of("upgrades"), request)));
        answers.print(whole, UpgradesVerb::lines);
        return answers.complete() ? 0 : 1;
    }

    /** A line for each version, or one that says why there is none. */
    private static List<Json> lines(Json item) {
        List<Json> upgrades = item.list("upgrades");
        return upgrades.isEmpty()
                ? List.of(item)
                : upgrades.stream().map(upgrade -> line(item, upgrade)).toList();
    }

    private static Json line(Json item, Json upgrade) {
        return new JsonObject()
                .with("host", item.text("host").orElse(""))
                .with("state", item.text("state").orElse(""))
                .with("upgrade", upgrade)
                .with("reason", item.text("reason").orElse(null))
                .json();
    }

    private static String name(Json item) {
        Json upgrade = item.at("upgrade");
        String name = upgrade.text("package").orElse("");
        return upgrade.holds("module") ? name + " (module)" : name;
    }

    private static Mark mark(Json item) {
        return Answers.isUnasked(item) ? Mark.BAD : Mark.NONE;
    }
}
