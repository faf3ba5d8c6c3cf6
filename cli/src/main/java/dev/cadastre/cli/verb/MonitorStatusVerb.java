package dev.cadastre.cli.verb;

import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code cadastre monitor status}. */
@Command(
        name = "status",
        description = "Show how many monitors there are, and how late their checks begin.",
        footer = {"", "Example: cadastre monitor status"})
final class MonitorStatusVerb implements Callable<Integer> {

    private final Session session;

    MonitorStatusVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        session.printer()
                .attributes(
                        session.server().read(Path.of("monitors", "status")),
                        MonitorColumns.STATUS);
        return 0;
    }
}
