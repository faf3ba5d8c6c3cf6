package dev.cadastre.cli.verb;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code cadastre monitor show MONITOR}. */
@Command(
        name = "show",
        description = "Show a monitor: what is checked, and what is thought of it.",
        footer = {"", "Example: cadastre monitor show host:web1/disk"})
final class MonitorShowVerb implements Callable<Integer> {

    private final Session session;

    @Mixin private NamedMonitor monitor = new NamedMonitor();

    MonitorShowVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Json shown = session.server().read(Path.of("monitors", monitor.id(session)));
        session.printer().attributes(shown, MonitorColumns.MONITOR);
        return 0;
    }
}
