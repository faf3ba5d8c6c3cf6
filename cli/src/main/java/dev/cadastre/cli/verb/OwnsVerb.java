package dev.cadastre.cli.verb;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.json.JsonObject;
import dev.cadastre.cli.output.Column;
import dev.cadastre.cli.output.Format;
import dev.cadastre.cli.output.Mark;
import dev.cadastre.cli.output.Wording;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    private static final int PART = 1000;
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
        Json answers =
                awaited(
                        query.explaining(() ->
                                session.server().write("POST", Path.of("file-packages"), request)));
        List<Json> items = answers.list("items");
        print(answers, items);
        if (items.isEmpty()) {
            session.remark("No host matches.");
            return 1;
        }
        long unasked = items.stream().filter(OwnsVerb::isUnasked).count();
        if (unasked > 0) {
            session.remark("%d of %d could not be asked.".formatted(unasked, items.size()));
        }
        boolean owned = items.stream().anyMatch(item -> !item.list("packages").isEmpty());
        return owned && unasked == 0 ? 0 : 1;
    }

    /** Reads answers as they come; the last part's members with the items of all. */
    private Json awaited(Json begun) throws InterruptedException {
        Path path = Path.of("file-packages", begun.text("id").orElse("")).with("limit", PART);
        List<Json> items = new ArrayList<>();
        Json part = session.server().read(path);
        take(part, items);
        while (part.text("next").isPresent()) {
            session.progress(
                    "%s of %s hosts have answered"
                            .formatted(
                                    part.text("done").orElse("0"), part.text("total").orElse("0")));
            if (part.list("items").isEmpty()) {
                session.surroundings().pause().take();
            }
            part = session.server().read(path.with("after", part.text("next").orElse(null)));
            take(part, items);
        }
        session.progress("");
        Map<String, Json> members = new LinkedHashMap<>();
        if (part instanceof Json.Members(var values)) {
            members.putAll(values);
        }
        members.put("items", new Json.Items(items));
        return new Json.Members(members);
    }

    /** Programs that read line by line need not wait for the last host. */
    private void take(Json part, List<Json> items) {
        items.addAll(part.list("items"));
        if (session.printer().format() == Format.NDJSON) {
            session.printer().items(part, part.list("items"), COLUMNS);
            session.surroundings().out().flush();
        }
    }

    private void print(Json answers, List<Json> items) {
        switch (session.printer().format()) {
            case JSON -> session.printer().items(answers, items, COLUMNS);
            case NDJSON -> {}
            case TABLE, CSV, NAMES ->
                    session.printer()
                            .items(
                                    answers,
                                    items.stream().flatMap(item -> lines(item).stream()).toList(),
                                    COLUMNS);
        }
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

    private static boolean isUnasked(Json item) {
        return switch (item.text("state").orElse("")) {
            case "NO_ADDRESS", "UNREACHABLE", "GARBLED" -> true;
            default -> false;
        };
    }

    private static Mark mark(Json item) {
        return isUnasked(item) ? Mark.BAD : Mark.NONE;
    }
}
