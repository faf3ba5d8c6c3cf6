package dev.cadastre.cli.verb;

import dev.cadastre.cli.json.JsonObject;
import dev.cadastre.cli.session.Session;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cadastre correct merge ID INTO}. */
@Command(
        name = "merge",
        description = "Say that an asset is really another one.",
        footer = {"", "Example: cadastre correct merge external:10.0.0.2 device:switch3"})
final class CorrectMergeVerb implements Callable<Integer> {

    private final Session session;

    @Parameters(index = "0", paramLabel = "ID", description = "the asset")
    private String id = "";

    @Parameters(index = "1", paramLabel = "INTO", description = "what it is")
    private String other = "";

    @Option(names = "--reason", paramLabel = "TEXT", description = "why")
    private @Nullable String reason;

    CorrectMergeVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return CorrectVerb.send(
                session,
                new JsonObject()
                        .with("kind", "MERGE")
                        .with("asset", id)
                        .with("target", other)
                        .with("reason", reason));
    }
}
