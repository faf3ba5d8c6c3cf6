package dev.cadastre.cli.verb;

import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code cadastre queries remove NAME}. */
@Command(
        name = "remove",
        description = "Remove a saved query that nothing mentions any more.",
        footer = {"", "Example: cadastre queries remove old-openssl"})
final class QueriesRemoveVerb implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "NAME", description = "as `cadastre queries` shows it")
    private String name = "";

    QueriesRemoveVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        session.server().write("DELETE", Path.of("query", "saved", name), "");
        session.remark("Removed %s.".formatted(name));
        return 0;
    }
}
