package dev.cadastre.cli.verb;

import dev.cadastre.cli.server.Listing;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code cadastre silence list}. */
@Command(
        name = "list",
        description = "List silences that last or are to come.",
        footer = {"", "Example: cadastre silence list"})
final class SilenceListVerb implements Callable<Integer> {

    private final Session session;

    SilenceListVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        session.printer()
                .list(
                        new Listing(session.server()).read(Path.of("silences"), null),
                        IncidentColumns.QUIET);
        return 0;
    }
}
