package dev.cadastre.cli.verb;

import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code cadastre silence end ID}. */
@Command(
        name = "end",
        description = "End a silence before its time.",
        footer = {"", "Example: cadastre silence end 12"})
final class SilenceEndVerb implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "ID", description = "as `cadastre silence list` shows it")
    private long id;

    SilenceEndVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        session.server().write("DELETE", Path.of("silences", Long.toString(id)), "");
        session.remark("Ended it.");
        return 0;
    }
}
