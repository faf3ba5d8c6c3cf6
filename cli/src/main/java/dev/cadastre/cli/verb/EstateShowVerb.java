package dev.cadastre.cli.verb;

import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code cadastre estate show HOST}. */
@Command(
        name = "show",
        description =
                "Print every value that the estate file gives a host, with the line it is from.",
        footer = {"", "Example: cadastre estate show web1"})
final class EstateShowVerb implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "HOST", description = "the host")
    private String host = "";

    EstateShowVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        session.printer()
                .list(session.server().read(Path.of("estate", "hosts", host)), Columns.VALUES);
        return 0;
    }
}
