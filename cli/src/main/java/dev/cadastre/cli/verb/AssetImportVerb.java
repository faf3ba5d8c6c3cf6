package dev.cadastre.cli.verb;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code cadastre asset import FILE}. */
@Command(
        name = "import",
        description = {
            "Say what assets are from a CSV file.",
            "The first line names the columns: id, and as wanted title, environment, lifecycle,"
                    + " owner, label.NAME and attribute.NAME. A file with an error is refused as a"
                    + " whole, and every line that is wrong is named."
        },
        footer = {"", "Example: cadastre asset import racks.csv"})
final class AssetImportVerb implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "FILE", description = "in UTF-8")
    private java.nio.file.Path file = java.nio.file.Path.of("");

    AssetImportVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Json receipt = session.server().upload(Path.of("assets", "import"), file);
        session.remark(
                "%s: %s assets, of which %d are new on the map."
                        .formatted(
                                file,
                                receipt.text("assets").orElse("0"),
                                receipt.list("created").size()));
        return 0;
    }
}
