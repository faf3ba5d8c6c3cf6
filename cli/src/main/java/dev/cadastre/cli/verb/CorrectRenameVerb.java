package dev.cadastre.cli.verb;

import dev.cadastre.cli.json.JsonObject;
import dev.cadastre.cli.session.Session;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cadastre correct rename ID TITLE}. */
@Command(
        name = "rename",
        description = "Say what an asset is called, whatever tools call it.",
        footer = {"", "Example: cadastre correct rename service:5432-tcp@db1 'Shop database'"})
final class CorrectRenameVerb implements Callable<Integer> {

    private final Session session;

    @Parameters(index = "0", paramLabel = "ID", description = "the asset")
    private String id = "";

    @Parameters(index = "1", paramLabel = "TITLE", description = "what people call it")
    private String other = "";

    @Option(names = "--reason", paramLabel = "TEXT", description = "why")
    private @Nullable String reason;

    CorrectRenameVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return CorrectVerb.send(
                session,
                new JsonObject()
                        .with("kind", "RENAME")
                        .with("asset", id)
                        .with("value", other)
                        .with("reason", reason));
    }
}
