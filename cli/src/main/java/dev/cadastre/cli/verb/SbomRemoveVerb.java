package dev.cadastre.cli.verb;

import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code cadastre sbom remove HOST APPLICATION}. */
@Command(
        name = "remove",
        description = "Detach an application's bill of materials from a host, with its packages.",
        footer = {"", "Example: cadastre sbom remove web1 shop"})
final class SbomRemoveVerb implements Callable<Integer> {

    private final Session session;

    @Parameters(index = "0", paramLabel = "HOST", description = "the host")
    private String host = "";

    @Parameters(
            index = "1",
            paramLabel = "APPLICATION",
            description = "as `cadastre sbom list` shows it")
    private String application = "";

    SbomRemoveVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        session.server().write("DELETE", Path.of("hosts", host, "sboms", application), "");
        session.remark("Removed that of %s from %s.".formatted(application, host));
        return 0;
    }
}
