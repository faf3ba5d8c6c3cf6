package dev.cadastre.cli.verb;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.json.JsonObject;
import dev.cadastre.cli.output.Column;
import dev.cadastre.cli.output.Wording;
import dev.cadastre.cli.server.Listing;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cadastre parcel list [TEXT]}. */
@Command(
        name = "list",
        description = "List the parcels that the server keeps.",
        footer = {"", "Example: cadastre parcel list postgresql --all-versions"})
final class ParcelListVerb implements Callable<Integer> {

    private static final List<Column> COLUMNS =
            List.of(
                    Column.of("NAME", "name"),
                    Column.of("VERSION", "version"),
                    Column.of("SUMMARY", "summary"),
                    Column.of("REQUIRES", item -> Wording.of(item.at("requires"))),
                    Column.of("SIGNED BY", item -> Wording.of(item.at("signers"))),
                    Column.of("APPS", item -> Wording.of(item.at("apps"))),
                    Column.moment("ADDED", "addedAt"),
                    Column.of("BY", "addedBy"));

    private final Session session;

    @Parameters(
            paramLabel = "TEXT",
            arity = "0..1",
            description = "a part of the name, of the summary, or of what it provides")
    private @Nullable String text;

    @Option(names = "--all-versions", description = "not the newest of each alone")
    private boolean allVersions;

    ParcelListVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Json all = new Listing(session.server()).read(Path.of("parcels").with("q", text), null);
        List<Json> shown = allVersions ? all.list("items") : newest(all.list("items"));
        session.printer()
                .list(new JsonObject().with("items", new Json.Items(shown)).json(), COLUMNS);
        return text != null && shown.isEmpty() ? 1 : 0;
    }

    /** The newest of each comes first. */
    private static List<Json> newest(List<Json> parcels) {
        Set<String> seen = new HashSet<>();
        return parcels.stream().filter(parcel -> seen.add(parcel.text("name").orElse(""))).toList();
    }
}
