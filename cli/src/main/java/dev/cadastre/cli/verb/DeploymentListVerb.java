package dev.cadastre.cli.verb;

import dev.cadastre.cli.output.Column;
import dev.cadastre.cli.server.Listing;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code cadastre deployment list}. */
@Command(
        name = "list",
        description = "List deployments, newest first.",
        footer = {
            "",
            "Example: cadastre deployment list --app shop --env prod --since '2 days ago'"
        })
final class DeploymentListVerb implements Callable<Integer> {

    private static final int USUAL_LIMIT = 100;

    private static final List<Column> COLUMNS =
            List.of(
                    Column.moment("AT", "at"),
                    Column.of("APP", "app"),
                    Column.of("ENVIRONMENT", "environment"),
                    Column.of("VERSION", "version"),
                    Column.of("HOSTS", "hosts"),
                    Column.of("BY", "by"),
                    Column.of("TOOL", "tool"),
                    Column.of("RUN", "run"));

    private final Session session;

    @Option(names = "--app", paramLabel = "NAME", description = "of an application")
    private @Nullable String app;

    @Option(names = "--host", paramLabel = "NAME", description = "on a host")
    private @Nullable String host;

    @Option(
            names = {"--environment", "--env"},
            paramLabel = "NAME",
            description = "in an environment")
    private @Nullable String environment;

    @Option(names = "--since", paramLabel = "TIME", description = "since then")
    private @Nullable String since;

    @Option(names = "--until", paramLabel = "TIME", description = "before then")
    private @Nullable String until;

    @Option(names = "--limit", paramLabel = "N", description = "end after N (default: 100)")
    private int limit = USUAL_LIMIT;

    DeploymentListVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Path path =
                Path.of("deployments")
                        .with("app", app)
                        .with("host", host)
                        .with("environment", environment)
                        .with("since", since == null ? null : session.moment(since))
                        .with("until", until == null ? null : session.moment(until));
        session.printer().list(new Listing(session.server()).read(path, limit), COLUMNS);
        return 0;
    }
}
