package dev.cadastre.cli.verb;

import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code cadastre downtime end ID}. */
@Command(
        name = "end",
        description = "End a downtime before its time.",
        footer = {"", "Example: cadastre downtime end 12"})
final class DowntimeEndVerb implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "ID", description = "as `cadastre downtime list` shows it")
    private long id;

    DowntimeEndVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        session.server().write("DELETE", Path.of("downtimes", Long.toString(id)), "");
        session.remark("Ended it.");
        return 0;
    }
}
