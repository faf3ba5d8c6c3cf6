package dev.cadastre.cli.verb;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.server.Listing;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cadastre assets [QUERY]}. */
@Command(
        name = "assets",
        description = "List what is on the map: hosts, programs, services, applications, teams …",
        footer = {
            "",
            "Example: cadastre assets --kind service --env prod",
            "         cadastre assets group:web --presence gone",
            "         cadastre assets --text postgresql -o names"
        })
public final class AssetsVerb implements Callable<Integer> {

    /** How an asset is known. */
    enum Presence {
        SEEN,
        CLAIMED,
        GONE,
        STALE,
        DECLARED
    }

    private final Session session;

    @Parameters(
            arity = "0..*",
            paramLabel = "QUERY",
            description = "only what is on the hosts that it finds, such as env:qa or group:web")
    private List<String> words = List.of();

    @Option(names = "--kind", paramLabel = "KIND", description = "host, daemon, service, app …")
    private @Nullable String kind;

    @Option(
            names = {"--environment", "--env"},
            paramLabel = "NAME",
            description = "assets of an environment only")
    private @Nullable String environment;

    @Option(names = "--text", paramLabel = "TEXT", description = "assets with TEXT in their id")
    private @Nullable String part;

    @Option(
            names = "--presence",
            paramLabel = "PRESENCE",
            description = "only what is seen, claimed, gone, stale or declared")
    private @Nullable Presence presence;

    @Option(names = "--limit", paramLabel = "N", description = "end after N assets")
    private @Nullable Integer limit;

    /** The verb of a session. */
    public AssetsVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        QueryText query = QueryText.of(words);
        Path path =
                query.applyTo(Path.of("assets"))
                        .with("kind", kind)
                        .with("environment", environment)
                        .with("text", part)
                        .with("presence", presence)
                        .with("at", session.at());
        Json assets = query.explaining(() -> new Listing(session.server()).read(path, limit));
        session.printer().list(assets, MapColumns.ASSETS);
        return 0;
    }
}
