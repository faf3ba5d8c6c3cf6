package dev.cadastre.cli.verb;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.server.Failure;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import dev.cadastre.cli.text.Printable;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code cadastre complete-asset TEXT}, which the scripts of {@code cadastre completion} run while
 * somebody types. Says nothing where the server does not answer at once.
 */
@Command(
        name = "complete-asset",
        hidden = true,
        description = "Print the assets whose id begins so, a line for each; for shells.",
        footer = {"", "Example: cadastre complete-asset -- host:w"})
public final class CompleteAssetVerb implements Callable<Integer> {

    private static final List<String> KINDS =
            List.of("app:", "daemon:", "external:", "group:", "host:", "service:", "team:");

    private static final int MOST = 200;

    private final Session session;

    @Parameters(arity = "0..1", paramLabel = "TEXT", description = "the id so far")
    private String text = "";

    /** The verb of a session. */
    public CompleteAssetVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try {
            ids().filter(id -> id.startsWith(text))
                    .filter(id -> Printable.escape(id).equals(id))
                    .forEach(session.surroundings().out()::println);
            return 0;
        } catch (Failure failure) {
            return failure.kind().exitStatus();
        }
    }

    private Stream<String> ids() {
        if (text.indexOf(':') < 0) {
            return KINDS.stream();
        }
        Json assets =
                session.server()
                        .impatient()
                        .read(Path.of("assets").with("text", text).with("limit", MOST));
        return assets.list("items").stream().flatMap(asset -> asset.text("id").stream());
    }
}
