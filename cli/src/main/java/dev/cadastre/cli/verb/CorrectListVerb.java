package dev.cadastre.cli.verb;

import dev.cadastre.cli.output.Column;
import dev.cadastre.cli.server.Listing;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cadastre correct list [ID]}. */
@Command(
        name = "list",
        description = "List what people put right, newest first.",
        footer = {"", "Example: cadastre correct list service:5432-tcp@db1 --withdrawn"})
final class CorrectListVerb implements Callable<Integer> {

    private static final List<Column> COLUMNS =
            List.of(
                    Column.of("NUMBER", "id"),
                    Column.of("KIND", "kind"),
                    Column.of("ASSET", "asset"),
                    Column.of("TYPE", "type"),
                    Column.of("OTHER", "target"),
                    Column.of("VALUE", "value"),
                    Column.of("BY", "madeBy"),
                    Column.moment("AT", "madeAt"),
                    Column.of("REASON", "reason"),
                    Column.of("WITHDRAWN BY", "withdrawnBy"));

    private final Session session;

    @Parameters(arity = "0..1", paramLabel = "ID", description = "those about an asset")
    private @Nullable String id;

    @Option(names = "--withdrawn", description = "also those that were withdrawn")
    private boolean withdrawn;

    @Option(names = "--limit", paramLabel = "N", description = "end after N")
    private @Nullable Integer limit;

    CorrectListVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Path path =
                Path.of("corrections").with("asset", id).with("withdrawn", withdrawn ? true : null);
        session.printer().list(new Listing(session.server()).read(path, limit), COLUMNS);
        return 0;
    }
}
