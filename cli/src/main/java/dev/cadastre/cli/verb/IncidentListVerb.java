package dev.cadastre.cli.verb;

import dev.cadastre.cli.server.Listing;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cadastre incident list [ASSET]}. */
@Command(
        name = "list",
        description = "List incidents, newest first.",
        footer = {"", "Example: cadastre incident list --state unresolved --env prod"})
final class IncidentListVerb implements Callable<Integer> {

    private static final int USUAL_LIMIT = 100;

    private final Session session;

    @Parameters(
            arity = "0..1",
            paramLabel = "ASSET",
            description = "those of this cause, or with a failure of it")
    private @Nullable String asset;

    @Option(
            names = {"--environment", "--env"},
            paramLabel = "NAME",
            description = "whose cause is in an environment")
    private @Nullable String environment;

    @Option(
            names = "--state",
            paramLabel = "WORD",
            description = "open, acknowledged, resolved, or unresolved for all that are not over")
    private @Nullable State state;

    @Option(names = "--limit", paramLabel = "N", description = "end after N (default: 100)")
    private int limit = USUAL_LIMIT;

    /** Which states are asked for. */
    enum State {
        OPEN,
        ACKNOWLEDGED,
        RESOLVED,
        UNRESOLVED
    }

    IncidentListVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Path path =
                Path.of("incidents")
                        .with("asset", asset)
                        .with("env", environment)
                        .with("state", state);
        session.printer()
                .list(new Listing(session.server()).read(path, limit), IncidentColumns.INCIDENTS);
        return 0;
    }
}
