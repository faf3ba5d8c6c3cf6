package dev.cadastre.cli.verb;

import dev.cadastre.cli.json.JsonObject;
import dev.cadastre.cli.session.Session;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cadastre correct owner ID TEAM}. */
@Command(
        name = "owner",
        description = "Say who answers for an asset, whatever tools say.",
        footer = {"", "Example: cadastre correct owner app:shop@qa payments"})
final class CorrectOwnerVerb implements Callable<Integer> {

    private final Session session;

    @Parameters(index = "0", paramLabel = "ID", description = "the asset")
    private String id = "";

    @Parameters(index = "1", paramLabel = "TEAM", description = "the team")
    private String other = "";

    @Option(names = "--reason", paramLabel = "TEXT", description = "why")
    private @Nullable String reason;

    CorrectOwnerVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return CorrectVerb.send(
                session,
                new JsonObject()
                        .with("kind", "OWNER")
                        .with("asset", id)
                        .with("value", other)
                        .with("reason", reason));
    }
}
