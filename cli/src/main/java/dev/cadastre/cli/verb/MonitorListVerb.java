package dev.cadastre.cli.verb;

import dev.cadastre.cli.server.Listing;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cadastre monitor list [ASSET]}. */
@Command(
        name = "list",
        description = "List monitors, with what is thought of each.",
        footer = {"", "Example: cadastre monitor list --env prod --state problem"})
final class MonitorListVerb implements Callable<Integer> {

    private final Session session;

    @Parameters(arity = "0..1", paramLabel = "ASSET", description = "those of an asset")
    private @Nullable String asset;

    @Option(
            names = {"--environment", "--env"},
            paramLabel = "NAME",
            description = "in an environment")
    private @Nullable String environment;

    @Option(names = "--name", paramLabel = "NAME", description = "of that name")
    private @Nullable String name;

    @Option(
            names = "--state",
            paramLabel = "WORD",
            description = "ok, warning, critical, unknown, pending, or problem for all bad ones")
    private @Nullable State state;

    @Option(names = "--definition", paramLabel = "ID", description = "those that it makes")
    private @Nullable Integer definition;

    @Option(names = "--limit", paramLabel = "N", description = "end after N")
    private @Nullable Integer limit;

    /** Which states are asked for. */
    enum State {
        OK,
        WARNING,
        CRITICAL,
        UNKNOWN,
        PENDING,
        PROBLEM
    }

    MonitorListVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Path path =
                Path.of("monitors")
                        .with("asset", asset)
                        .with("environment", environment)
                        .with("name", name)
                        .with("state", state)
                        .with("definition", definition);
        session.printer()
                .list(new Listing(session.server()).read(path, limit), MonitorColumns.MONITORS);
        return 0;
    }
}
