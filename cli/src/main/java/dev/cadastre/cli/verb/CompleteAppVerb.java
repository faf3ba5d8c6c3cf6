package dev.cadastre.cli.verb;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.server.Failure;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import dev.cadastre.cli.text.Printable;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code cadastre complete-app TEXT}, which the scripts of {@code cadastre completion} run while
 * somebody types. Says nothing where the server does not answer at once.
 */
@Command(
        name = "complete-app",
        hidden = true,
        description = "Print the apps whose name begins so, a line for each; for shells.",
        footer = {"", "Example: cadastre complete-app -- shop@"})
public final class CompleteAppVerb implements Callable<Integer> {

    private static final int MOST = 1000;

    private final Session session;

    @Parameters(arity = "0..1", paramLabel = "TEXT", description = "the name so far")
    private String text = "";

    /** The verb of a session. */
    public CompleteAppVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return offer(session, text);
    }

    static int offer(Session session, String text) {
        try {
            Json apps = session.server().impatient().read(Path.of("apps").with("limit", MOST));
            apps.list("items").stream()
                    .flatMap(app -> app.text("name").stream())
                    .filter(name -> name.startsWith(text))
                    .filter(name -> Printable.escape(name).equals(name))
                    .forEach(session.surroundings().out()::println);
            return 0;
        } catch (Failure failure) {
            return failure.kind().exitStatus();
        }
    }
}
