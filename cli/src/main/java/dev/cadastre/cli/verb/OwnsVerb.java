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

/** {@code cadastre owns FILE [QUERY]}. */
@Command(
        name = "owns",
        description = {
            "Ask hosts now which package a file belongs to.",
            "Exit status 1 if no package has it, or if some host could not be asked."
        },
        footer = {
            "",
            "Example: cadastre owns /usr/bin/psql env:prod",
            "         cadastre owns /bin/sh host:web1",
            "         cadastre owns /opt/tool/bin/tool -o ndjson"
        })
public final class OwnsVerb implements Callable<Integer> {

    private static final List<Column> COLUMNS =
            List.of(
                    Column.of("HOST", "host"),
                    Column.of("STATE", item -> Wording.word(item.text("state").orElse("")))
                            .marked(OwnsVerb::mark),
                    Column.of("PACKAGE", "package", "name"),
                    Column.of("VERSION", "package", "version"),
                    Column.of("TYPE", "package", "type"),
                    Column.of("VENDOR", "package", "vendor"),
                    Column.of("FILE", "file"),
                    Column.of("REASON", "reason"),
                    Column.of("REMEDY", "remedy"));

    private final Session session;

    @Parameters(index = "0", paramLabel = "FILE", description = "the file's whole path")
    private String file = "";

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "QUERY",
            description = "which hosts to ask; without it all of them")
    private List<String> words = List.of();

    /** The verb of a session. */
    public OwnsVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        QueryText query = QueryText.of(words);
        Json request =
                new JsonObject()
                        .with("file", file)
                        .with("q", query.text().isBlank() ? null : query.text())
                        .json();
        var answers = new Answers(session, "file-packages", COLUMNS);
        Json whole =
                answers.await(
                        query.explaining(() ->
                                session.server().write("POST", Path.of("file-packages"), request)));
        answers.print(whole, OwnsVerb::lines);
        boolean owned = answers.items().stream().anyMatch(item -> !item.list("packages").isEmpty());
        return answers.complete() && owned ? 0 : 1;
    }

    /** A line for each package that has the file, or one that says why there is none. */
    private static List<Json> lines(Json item) {
        List<Json> packages = item.list("packages");
        return packages.isEmpty()
                ? List.of(item)
                : packages.stream().map(owning -> line(item, owning)).toList();
    }

    private static Json line(Json item, Json owning) {
        return new JsonObject()
                .with("host", item.text("host").orElse(""))
                .with("state", item.text("state").orElse(""))
                .with("package", owning.at("package"))
                .with("file", owning.text("file").orElse(""))
                .with("reason", item.text("reason").orElse(null))
                .json();
    }

    private static Mark mark(Json item) {
        return Answers.isUnasked(item) ? Mark.BAD : Mark.NONE;
    }
}
