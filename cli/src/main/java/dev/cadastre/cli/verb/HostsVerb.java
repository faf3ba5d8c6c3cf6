package dev.cadastre.cli.verb;

import dev.cadastre.cli.server.Listing;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cadastre hosts [QUERY]}. */
@Command(
        name = "hosts",
        description = "List hosts.",
        footer = {
            "",
            "Example: cadastre hosts environment:qa",
            "         cadastre hosts outcome:failing -o names"
        })
public final class HostsVerb implements Callable<Integer> {

    private final Session session;

    @Parameters(
            arity = "0..*",
            paramLabel = "QUERY",
            description = "environment:NAME, group:NAME, outcome:failing, or text in names")
    private List<String> words = List.of();

    @Option(names = "--limit", paramLabel = "N", description = "end after N hosts")
    private @Nullable Integer limit;

    /** The verb of a session. */
    public HostsVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Path path = HostQuery.of(words).applyTo(Path.of("hosts")).with("at", session.at());
        session.printer().list(new Listing(session.server()).read(path, limit), Columns.HOSTS);
        return 0;
    }
}
