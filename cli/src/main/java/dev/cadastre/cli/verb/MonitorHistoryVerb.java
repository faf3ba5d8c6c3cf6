package dev.cadastre.cli.verb;

import dev.cadastre.cli.server.Listing;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cadastre monitor history MONITOR}. */
@Command(
        name = "history",
        description = "Show what was thought of a monitor over time, newest first.",
        footer = {"", "Example: cadastre monitor history host:web1/disk"})
final class MonitorHistoryVerb implements Callable<Integer> {

    private final Session session;

    @Mixin private NamedMonitor monitor = new NamedMonitor();

    @Option(names = "--limit", paramLabel = "N", description = "end after N")
    private @Nullable Integer limit;

    MonitorHistoryVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Path path = Path.of("monitors", monitor.id(session), "history");
        session.printer()
                .list(new Listing(session.server()).read(path, limit), MonitorColumns.HISTORY);
        return 0;
    }
}
