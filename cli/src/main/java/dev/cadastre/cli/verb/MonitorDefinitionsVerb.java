package dev.cadastre.cli.verb;

import dev.cadastre.cli.server.Listing;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code cadastre monitor definitions}. */
@Command(
        name = "definitions",
        description = "List definitions, with how many monitors each makes.",
        footer = {"", "Example: cadastre monitor definitions"})
final class MonitorDefinitionsVerb implements Callable<Integer> {

    private final Session session;

    @Option(names = "--limit", paramLabel = "N", description = "end after N")
    private @Nullable Integer limit;

    MonitorDefinitionsVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        session.printer()
                .list(
                        new Listing(session.server()).read(Path.of("monitor-definitions"), limit),
                        MonitorColumns.DEFINITIONS);
        return 0;
    }
}
