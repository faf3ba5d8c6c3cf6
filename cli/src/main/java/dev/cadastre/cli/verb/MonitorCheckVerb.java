package dev.cadastre.cli.verb;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code cadastre monitor check MONITOR}. */
@Command(
        name = "check",
        description =
                "Check now, and show what was found; the exit status is 1 if there is a problem.",
        footer = {"", "Example: cadastre monitor check host:web1/disk"})
final class MonitorCheckVerb implements Callable<Integer> {

    private final Session session;

    @Mixin private NamedMonitor monitor = new NamedMonitor();

    MonitorCheckVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Json shown =
                session.server()
                        .write(
                                "POST",
                                Path.of("monitors", monitor.id(session), "check"),
                                (Json) null);
        session.printer().attributes(shown, MonitorColumns.MONITOR);
        return MonitorColumns.isProblem(shown) ? 1 : 0;
    }
}
