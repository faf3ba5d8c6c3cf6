package dev.cadastre.cli.verb;

import dev.cadastre.cli.output.Column;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code cadastre queries}. */
@Command(
        name = "queries",
        synopsisSubcommandLabel = "",
        description = "List the saved queries, which any query mentions as saved:NAME.",
        footer = {
            "",
            "Example: cadastre queries",
            "         cadastre queries save old-openssl 'pkg:openssl<3.0.14'",
            "         cadastre hosts 'env:prod saved:old-openssl'"
        })
public final class QueriesVerb implements Callable<Integer> {

    private static final List<Column> COLUMNS =
            List.of(
                    Column.of("NAME", "name"),
                    Column.of("QUERY", "q"),
                    Column.of("SAVED BY", "savedBy"),
                    Column.moment("SAVED AT", "savedAt"));

    private final Session session;

    private QueriesVerb(Session session) {
        this.session = session;
    }

    /** The verb with those below it. */
    public static CommandLine tree(Session session) {
        return new CommandLine(new QueriesVerb(session))
                .addSubcommand(new QueriesSaveVerb(session))
                .addSubcommand(new QueriesRemoveVerb(session));
    }

    @Override
    public Integer call() {
        session.printer().list(session.server().read(Path.of("query", "saved")), COLUMNS);
        return 0;
    }
}
