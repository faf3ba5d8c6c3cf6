package dev.cadastre.cli.verb;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code cadastre incident resolve ID}. */
@Command(
        name = "resolve",
        description =
                "Say that an incident is over; what still fails is not told until it changes.",
        footer = {"", "Example: cadastre incident resolve 12"})
final class IncidentResolveVerb implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "ID", description = "as `cadastre incident list` shows it")
    private long id;

    IncidentResolveVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Path path = Path.of("incidents", Long.toString(id), "resolve");
        session.remark(IncidentColumns.sentence(session.server().write("POST", path, (Json) null)));
        return 0;
    }
}
