package dev.cadastre.cli.verb;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.json.JsonObject;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code cadastre queries save NAME QUERY}. */
@Command(
        name = "save",
        description = "Save a query under a name, in the place of the one that has it.",
        footer = {
            "",
            "Example: cadastre queries save old-openssl 'pkg:openssl<3.0.14'",
            "         cadastre queries save no-gcc -- -pkg:gcc"
        })
final class QueriesSaveVerb implements Callable<Integer> {

    private final Session session;

    @Parameters(index = "0", paramLabel = "NAME", description = "by which queries mention it")
    private String name = "";

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "QUERY",
            description = "what it finds, such as 'pkg:openssl<3.0.14'")
    private List<String> words = List.of();

    QueriesSaveVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        QueryText query = QueryText.of(words);
        Json body = new JsonObject().with("q", query.text()).json();
        query.explaining(
                () -> session.server().write("PUT", Path.of("query", "saved", name), body));
        session.remark("Saved %s; queries mention it as saved:%s.".formatted(name, name));
        return 0;
    }
}
