package dev.cadastre.cli.verb;

import dev.cadastre.cli.manual.Chapters;
import dev.cadastre.cli.session.Session;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code cadastre complete-manual TEXT}, which the scripts of {@code cadastre completion} run while
 * somebody types. Chapters are known here; of apps nothing is said where the server does not answer
 * at once.
 */
@Command(
        name = "complete-manual",
        hidden = true,
        description = "Print what has a manual and begins so, a line for each; for shells.",
        footer = {"", "Example: cadastre complete-manual -- ba"})
public final class CompleteManualVerb implements Callable<Integer> {

    private final Session session;

    @Parameters(arity = "0..1", paramLabel = "TEXT", description = "the name so far")
    private String text = "";

    /** The verb of a session. */
    public CompleteManualVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        new Chapters(session)
                .names().stream()
                        .filter(name -> name.startsWith(text))
                        .forEach(session.surroundings().out()::println);
        CompleteAppVerb.offer(session, text);
        return 0;
    }
}
