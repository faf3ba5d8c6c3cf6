package dev.cadastre.cli.verb;

import dev.cadastre.cli.server.Listing;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code cadastre downtime list}. */
@Command(
        name = "list",
        description = "List downtimes that last or are to come.",
        footer = {"", "Example: cadastre downtime list"})
final class DowntimeListVerb implements Callable<Integer> {

    private final Session session;

    DowntimeListVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        session.printer()
                .list(
                        new Listing(session.server()).read(Path.of("downtimes"), null),
                        IncidentColumns.QUIET);
        return 0;
    }
}
