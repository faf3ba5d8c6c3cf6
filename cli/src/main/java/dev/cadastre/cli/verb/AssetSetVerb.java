package dev.cadastre.cli.verb;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.json.JsonObject;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cadastre asset set ID}. */
@Command(
        name = "set",
        description = {
            "Say what an asset is, in the place of all that was said of it before.",
            "It need not be there: a switch, a rack or a service that one rents is on the map from"
                    + " then on. What is observed goes on being observed."
        },
        footer = {
            "",
            "Example: cadastre asset set device:switch3 --title 'Core switch' --env prod"
                    + " --owner network --attribute address=10.0.0.2"
        })
final class AssetSetVerb implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "ID", description = "as in device:switch3 or app:shop@qa")
    private String id = "";

    @Option(names = "--title", paramLabel = "TEXT", description = "what people call it")
    private @Nullable String title;

    @Option(
            names = {"--environment", "--env"},
            paramLabel = "NAME",
            description = "where it is")
    private @Nullable String environment;

    @Option(
            names = "--lifecycle",
            paramLabel = "WORD",
            description = "planned, live (as usual), retiring or retired")
    private @Nullable Lifecycle lifecycle;

    @Option(names = "--owner", paramLabel = "TEAM", description = "who answers for it")
    private @Nullable String owner;

    @Option(names = "--label", paramLabel = "NAME=TEXT", description = "to find it by")
    private Map<String, String> labels = Map.of();

    @Option(
            names = "--attribute",
            paramLabel = "NAME=TEXT",
            description = "what else is to be known; address=… makes addresses its own")
    private Map<String, String> attributes = Map.of();

    /** How far an asset is in its life. */
    enum Lifecycle {
        PLANNED,
        LIVE,
        RETIRING,
        RETIRED
    }

    AssetSetVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        JsonObject body =
                new JsonObject()
                        .with("title", title)
                        .with("environment", environment)
                        .with("lifecycle", lifecycle)
                        .with("owner", owner)
                        .with("labels", labels)
                        .with("attributes", attributes);
        Json receipt = session.server().write("PUT", Path.of("assets", id), body.json());
        session.remark(Told.receipt(id, receipt));
        return 0;
    }
}
