package dev.cadastre.cli.verb;

import dev.cadastre.cli.server.Listing;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code cadastre timeline}. */
@Command(
        name = "timeline",
        description = "Show what happened, newest first.",
        footer = {"", "Example: cadastre timeline --environment qa --limit 20"})
public final class TimelineVerb implements Callable<Integer> {

    private static final int USUAL_LIMIT = 100;

    private final Session session;

    @Option(names = "--asset", paramLabel = "NAME", description = "what happened to host:web1 …")
    private @Nullable String asset;

    @Option(
            names = {"--environment", "--env"},
            paramLabel = "NAME",
            description = "what happened in an environment")
    private @Nullable String environment;

    @Option(names = "--until", paramLabel = "TIME", description = "before then")
    private @Nullable String until;

    @Option(names = "--limit", paramLabel = "N", description = "end after N events (default: 100)")
    private int limit = USUAL_LIMIT;

    /** The verb of a session. */
    public TimelineVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Path path =
                Path.of("timeline")
                        .with("asset", asset)
                        .with("environment", environment)
                        .with("until", until == null ? null : session.moment(until));
        session.printer().list(new Listing(session.server()).read(path, limit), Columns.EVENTS);
        return 0;
    }
}
