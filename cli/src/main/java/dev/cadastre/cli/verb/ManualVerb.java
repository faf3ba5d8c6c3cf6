package dev.cadastre.cli.verb;

import dev.cadastre.cli.app.AppName;
import dev.cadastre.cli.app.Manuals;
import dev.cadastre.cli.manual.Chapters;
import dev.cadastre.cli.server.Failure;
import dev.cadastre.cli.session.Session;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cadastre manual [NAME]}. */
@Command(
        name = "manual",
        description = {
            "Show a chapter of the manual, or the operations manual of an app, of the version that is deployed; or list both.",
            "Chapters need no server. Where it does not answer, the manual of an app is a copy, and says of when."
        },
        footer = {
            "",
            "Example: cadastre manual",
            "         cadastre manual backup",
            "         cadastre manual --search master key",
            "         cadastre manual shop@qa --page backup.md"
        })
public final class ManualVerb implements Callable<Integer> {

    private final Session session;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "NAME",
            description = "a chapter, or an app as NAME@ENVIRONMENT; without it both are listed")
    private String name = "";

    /** Taken only to say how several words are looked for. */
    @Parameters(index = "1..*", arity = "0..*", hidden = true)
    private List<String> more = List.of();

    @Option(names = "--page", description = "another page of an app's manual, as in backup.md")
    private String page = "";

    @Option(
            names = "--search",
            arity = "1..*",
            paramLabel = "WORD",
            description = "list the parts of the manual that have all these words")
    private List<String> words = List.of();

    /** The verb of a session. */
    public ManualVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Chapters chapters = new Chapters(session);
        if (!words.isEmpty()) {
            return chapters.search(String.join(" ", words)) ? 0 : Failure.Kind.NO.exitStatus();
        }
        if (!more.isEmpty()) {
            throw new Failure(
                    Failure.Kind.USAGE,
                    "One name only can be shown, and %s is a second one".formatted(more.getFirst()),
                    "To look for words write them behind --search, as in `cadastre manual --search"
                            + " master key`.");
        }
        if (name.isEmpty()) {
            chapters.list(new Manuals(session).apps());
        } else if (name.contains("@")) {
            String file = page.isEmpty() ? Manuals.firstPage() : page;
            session.read(new Manuals(session).page(AppName.of(name), file));
        } else if (page.isEmpty()) {
            session.read(chapters.text(name));
        } else {
            throw new Failure(
                    Failure.Kind.USAGE,
                    name + " is a chapter, which has one page",
                    "Leave --page out; or name an app, as in shop@qa.");
        }
        return 0;
    }
}
