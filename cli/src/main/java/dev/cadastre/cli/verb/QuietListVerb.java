package dev.cadastre.cli.verb;

import dev.cadastre.cli.server.Listing;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code cadastre downtime list}, and the same of silences. */
@Command(
        name = "list",
        description = "List ${PARENT-COMMAND-NAME}s that last or are to come.",
        footer = {"", "Example: cadastre ${PARENT-COMMAND-NAME} list"})
final class QuietListVerb implements Callable<Integer> {

    private final Session session;
    private final String kind;

    QuietListVerb(Session session, String kind) {
        this.session = session;
        this.kind = kind;
    }

    @Override
    public Integer call() {
        session.printer()
                .list(
                        new Listing(session.server()).read(Path.of(kind + "s"), null),
                        IncidentColumns.QUIET);
        return 0;
    }
}
