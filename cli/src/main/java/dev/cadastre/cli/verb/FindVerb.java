package dev.cadastre.cli.verb;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code cadastre find QUERY}. */
@Command(
        name = "find",
        description = "Find hosts, packages and environments, in your own words.",
        footer = {"", "Example: cadastre find openssl on web1 in qa"})
public final class FindVerb implements Callable<Integer> {

    private final Session session;

    @Parameters(arity = "1..*", paramLabel = "QUERY", description = "words, quoted or not")
    private List<String> words = List.of();

    /** The verb of a session. */
    public FindVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        String query = String.join(" ", words);
        Json answer = session.server().read(Path.of("search").with("q", query));
        session.printer().list(answer, Columns.HITS);
        if (answer.list("items").isEmpty()) {
            session.remark("Nothing found for '" + query + "'.");
            return 1;
        }
        return 0;
    }
}
