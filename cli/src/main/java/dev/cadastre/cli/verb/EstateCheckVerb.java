package dev.cadastre.cli.verb;

import dev.cadastre.cli.estate.EstateSource;
import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.json.JsonObject;
import dev.cadastre.cli.output.Format;
import dev.cadastre.cli.server.Failure;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code cadastre estate check FILE}. */
@Command(
        name = "check",
        description =
                "Report all problems of an estate file at once, and of the tests that its monitors name."
                        + " Exit status 1 if it has any.",
        footer = {"", "Example: cadastre estate check estate.ini"})
final class EstateCheckVerb implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "FILE", description = "the file; - is standard input")
    private String file = "";

    EstateCheckVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        EstateSource source = EstateSource.of(file, folder(), text());
        Json answer = session.server().write("POST", Path.of("estate", "check"), source.json());
        List<Json> problems = source.completed(answer.list("problems"));
        if (session.printer().format() == Format.JSON) {
            Json completed = new JsonObject().with("problems", new Json.Items(problems)).json();
            session.printer().items(completed, problems, List.of());
        } else {
            problems.forEach(this::print);
        }
        session.remark(
                problems.isEmpty()
                        ? file + " is sound."
                        : "%s has %d problem(s).".formatted(file, problems.size()));
        return problems.stream().allMatch(EstateCheckVerb::isWarning) ? 0 : 1;
    }

    private static boolean isWarning(Json problem) {
        return problem.text("severity").orElse("").equals("WARNING");
    }

    /** As compilers print them, so that editors can jump there. */
    private void print(Json problem) {
        session.printer()
                .line(
                        "%s:%s:%s: %s%s [%s]"
                                .formatted(
                                        file,
                                        problem.text("line").orElse("1"),
                                        problem.text("column").orElse("1"),
                                        isWarning(problem) ? "warning: " : "",
                                        problem.text("message").orElse(""),
                                        problem.text("code").orElse("")));
        problem.text("remedy").ifPresent(remedy -> session.printer().line("  " + remedy));
    }

    /** Where the tests lie that it names. */
    private java.nio.file.Path folder() {
        return file.equals("-")
                ? java.nio.file.Path.of("").toAbsolutePath()
                : java.nio.file.Path.of(file).toAbsolutePath().resolveSibling("");
    }

    private String text() {
        try {
            return file.equals("-")
                    ? new String(session.surroundings().in().readAllBytes(), StandardCharsets.UTF_8)
                    : Files.readString(java.nio.file.Path.of(file));
        } catch (IOException e) {
            throw new Failure(
                    Failure.Kind.NO,
                    "Cannot read " + file + ": " + e,
                    e,
                    "Name a file in UTF-8 that you can read.");
        }
    }
}
