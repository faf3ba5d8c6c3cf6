package dev.cadastre.cli.verb;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.server.Failure;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import dev.cadastre.cli.text.Printable;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code cadastre complete-query TEXT}, which the scripts of {@code cadastre completion} run while
 * somebody types. Says nothing where the server does not answer at once.
 */
@Command(
        name = "complete-query",
        hidden = true,
        description = "Print a query as it may go on, a line for each way; for shells.",
        footer = {"", "Example: cadastre complete-query -- env:pr"})
public final class CompleteQueryVerb implements Callable<Integer> {

    private final Session session;

    @Parameters(arity = "0..1", paramLabel = "TEXT", description = "the query so far")
    private String text = "";

    /** The verb of a session. */
    public CompleteQueryVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try {
            Path path = Path.of("query", "completion").with("text", text);
            Json answer = session.server().impatient().read(path);
            answer.list("items").forEach(item -> completed(answer, item).ifPresent(this::print));
            return 0;
        } catch (Failure failure) {
            return failure.kind().exitStatus();
        }
    }

    /** The whole text with what may stand at its end. */
    private Optional<String> completed(Json answer, Json item) {
        int from = answer.text("from").map(Integer::parseInt).orElse(0);
        return item.text("insert")
                .filter(_ -> from >= 0 && from <= text.length())
                .map(insert -> text.substring(0, from) + insert)
                .filter(whole -> Printable.escape(whole).equals(whole));
    }

    private void print(String line) {
        session.surroundings().out().println(line);
    }
}
