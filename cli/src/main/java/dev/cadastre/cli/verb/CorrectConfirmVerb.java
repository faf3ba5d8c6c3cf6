package dev.cadastre.cli.verb;

import dev.cadastre.cli.json.JsonObject;
import dev.cadastre.cli.session.Session;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cadastre correct confirm SOURCE TYPE TARGET}. */
@Command(
        name = "confirm",
        description =
                "Say that a relation of the map is right, also when it is not seen any longer.",
        footer = {
            "",
            "Example: cadastre correct confirm daemon:nginx@web1 connects-to service:8000-tcp@app1"
        })
final class CorrectConfirmVerb implements Callable<Integer> {

    private final Session session;

    @Parameters(index = "0", paramLabel = "SOURCE", description = "the asset it starts from")
    private String source = "";

    @Parameters(index = "1", paramLabel = "TYPE", description = "such as connects-to")
    private String type = "";

    @Parameters(index = "2", paramLabel = "TARGET", description = "the asset it leads to")
    private String target = "";

    @Option(names = "--reason", paramLabel = "TEXT", description = "why")
    private @Nullable String reason;

    CorrectConfirmVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return CorrectVerb.send(
                session,
                new JsonObject()
                        .with("kind", "CONFIRM")
                        .with("asset", source)
                        .with("type", RelationVerb.type(type))
                        .with("target", target)
                        .with("reason", reason));
    }
}
