package dev.cadastre.cli.verb;

import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code cadastre downtime end ID}, and the same of a silence. */
@Command(
        name = "end",
        description = "End a ${PARENT-COMMAND-NAME} before its time.",
        footer = {"", "Example: cadastre ${PARENT-COMMAND-NAME} end 12"})
final class QuietEndVerb implements Callable<Integer> {

    private final Session session;
    private final String kind;

    @Parameters(
            paramLabel = "ID",
            description = "as `cadastre ${PARENT-COMMAND-NAME} list` shows it")
    private long id;

    QuietEndVerb(Session session, String kind) {
        this.session = session;
        this.kind = kind;
    }

    @Override
    public Integer call() {
        session.server().write("DELETE", Path.of(kind + "s", Long.toString(id)), "");
        session.remark("Ended it.");
        return 0;
    }
}
