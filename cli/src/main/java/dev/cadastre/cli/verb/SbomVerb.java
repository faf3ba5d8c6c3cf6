package dev.cadastre.cli.verb;

import dev.cadastre.cli.json.JsonWriter;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code cadastre sbom HOST}. */
@Command(
        name = "sbom",
        description = "Print what is installed on a host as CycloneDX JSON, for other tools.",
        footer = {"", "Example: cadastre sbom web1 > web1.cdx.json"})
public final class SbomVerb implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "HOST", description = "the host")
    private String host = "";

    /** The verb of a session. */
    public SbomVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Path path = Path.of("hosts", host, "sbom").with("at", session.at());
        session.surroundings().out().println(JsonWriter.write(session.server().read(path)));
        return 0;
    }
}
