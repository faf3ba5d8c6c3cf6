package dev.cadastre.cli.verb;

import dev.cadastre.cli.json.Json;
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
        description = {
            "List or count the hosts that a query finds.",
            "Queries are explained in the manual's chapter on them; quote what your shell would"
                    + " read, such as < and *."
        },
        footer = {
            "",
            "Example: cadastre hosts 'env:qa pkg:openssl<3.0.14 -group:web'",
            "         cadastre hosts outcome:failing -o names",
            "         cadastre hosts env:prod --by pkg:openssl",
            "         cadastre hosts -- -pkg:gcc"
        })
public final class HostsVerb implements Callable<Integer> {

    private final Session session;

    @Parameters(
            arity = "0..*",
            paramLabel = "QUERY",
            description = "such as env:qa, 'pkg:openssl<3.0.14' or a part of the names")
    private List<String> words = List.of();

    @Option(
            names = "--by",
            paramLabel = "FIELD",
            description = "count by the values of a field: env, os, kernel, pkg:openssl, fact.KEY")
    private @Nullable String by;

    @Option(names = "--limit", paramLabel = "N", description = "end after N hosts")
    private @Nullable Integer limit;

    /** The verb of a session. */
    public HostsVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        QueryText query = QueryText.of(words);
        if (by == null) {
            Path path = query.applyTo(Path.of("hosts")).with("at", session.at());
            Json answer = query.explaining(() -> new Listing(session.server()).read(path, limit));
            session.printer().list(answer, Columns.HOSTS);
        } else {
            Path path =
                    query.applyTo(Path.of("host-counts")).with("by", by).with("at", session.at());
            Json answer = query.explaining(() -> session.server().read(path));
            session.printer().list(answer, Columns.COUNTS);
            session.remark("Hosts in all: %s.".formatted(answer.text("hosts").orElse("0")));
        }
        return 0;
    }
}
