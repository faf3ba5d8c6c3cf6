package dev.cadastre.cli.verb;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code cadastre incident acknowledge ID}. */
@Command(
        name = "acknowledge",
        description = "Look after an incident, so that nobody is reminded of it.",
        footer = {"", "Example: cadastre incident acknowledge 12"})
final class IncidentAcknowledgeVerb implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "ID", description = "as `cadastre incident list` shows it")
    private long id;

    IncidentAcknowledgeVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Path path = Path.of("incidents", Long.toString(id), "acknowledge");
        session.remark(IncidentColumns.sentence(session.server().write("POST", path, (Json) null)));
        return 0;
    }
}
