package dev.cadastre.cli.verb;

import dev.cadastre.cli.output.Column;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code cadastre sbom list HOST}. */
@Command(
        name = "list",
        description = "List the bills of materials that are attached to a host.",
        footer = {"", "Example: cadastre sbom list web1"})
final class SbomListVerb implements Callable<Integer> {

    private static final List<Column> COLUMNS =
            List.of(
                    Column.of("APPLICATION", "application"),
                    Column.of("PACKAGES", "packages"),
                    Column.of("COMPONENTS", "components"),
                    Column.of("CYCLONEDX", "specVersion"),
                    Column.moment("UPLOADED", "uploadedAt"),
                    Column.of("BY", "uploadedBy"));

    private final Session session;

    @Parameters(paramLabel = "HOST", description = "the host")
    private String host = "";

    SbomListVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Path path = Path.of("hosts", host, "sboms").with("at", session.at());
        session.printer().list(session.server().read(path), COLUMNS);
        return 0;
    }
}
