package dev.cadastre.cli.verb;

import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code cadastre team remove NAME}. */
@Command(
        name = "remove",
        description = "Remove a team that answers for nothing.",
        footer = {"", "Example: cadastre team remove payments"})
final class TeamRemoveVerb implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "NAME", description = "as `cadastre team list` shows it")
    private String name = "";

    TeamRemoveVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        session.server().write("DELETE", Path.of("teams", name), "");
        session.remark("Removed %s.".formatted(name));
        return 0;
    }
}
