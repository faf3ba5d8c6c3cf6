package dev.cadastre.cli.verb;

import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cadastre host erase NAME}. */
@Command(
        name = "erase",
        description = "Forget a host and all its history. This cannot be undone.",
        footer = {"", "Example: cadastre host erase web1 --yes"})
final class HostEraseVerb implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "NAME", description = "the host")
    private String name = "";

    @Option(names = "--yes", description = "do not ask")
    private boolean agreed;

    HostEraseVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        session.confirm("Erase " + name + " and all its history for good?", agreed);
        session.server().write("POST", Path.of("hosts", name, "erase"), "");
        session.remark("Erased %s.".formatted(name));
        return 0;
    }
}
