package dev.cadastre.cli.verb;

import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code cadastre environments}. */
@Command(
        name = "environments",
        description = "List environments with their owners and the state of their hosts.",
        footer = {"", "Example: cadastre environments -o csv"})
public final class EnvironmentsVerb implements Callable<Integer> {

    private final Session session;

    /** The verb of a session. */
    public EnvironmentsVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        session.printer()
                .list(session.server().read(Path.of("environments")), Columns.ENVIRONMENTS);
        return 0;
    }
}
