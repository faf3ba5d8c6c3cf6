package dev.cadastre.cli.verb;

import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code cadastre host retire NAME}. */
@Command(
        name = "retire",
        description = "Collect a host no more, and keep its history.",
        footer = {"", "Example: cadastre host retire web1"})
final class HostRetireVerb implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "NAME", description = "the host")
    private String name = "";

    HostRetireVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        session.server().write("POST", Path.of("hosts", name, "retire"), "");
        session.remark("Retired %s; its history is kept.".formatted(name));
        return 0;
    }
}
