package dev.cadastre.cli.verb;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.json.JsonWriter;
import dev.cadastre.cli.output.Format;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cadastre map [ASSET…]}. */
@Command(
        name = "map",
        synopsisSubcommandLabel = "",
        description = {
            "Show what has to do with what: around assets, in an environment, or on the hosts that"
                    + " a query finds.",
            "Assets are written like host:web1, service:5432-tcp@db1 or app:shop@qa; `cadastre"
                    + " assets` lists them."
        },
        footer = {
            "",
            "Example: cadastre map host:db1 --depth 3",
            "         cadastre map --env prod --format dot | dot -Tsvg > prod.svg",
            "         cadastre map -q group:web --at yesterday",
            "         cadastre map changes --from yesterday"
        })
public final class MapVerb implements Callable<Integer> {

    /** In what form the map is printed. */
    enum Drawing {
        TABLE,
        JSON,
        DOT,
        MERMAID
    }

    private final Session session;

    @Parameters(
            arity = "0..*",
            paramLabel = "ASSET",
            description = "what the map is to be around; without it, all of the map")
    private List<String> assets = List.of();

    @Option(
            names = "--depth",
            paramLabel = "N",
            description = "how many relations away from the assets at most (default: 1)")
    private @Nullable Integer depth;

    @Option(
            names = {"--environment", "--env"},
            paramLabel = "NAME",
            description = "an environment, and what is directly beside it")
    private @Nullable String environment;

    @Option(
            names = "-q",
            paramLabel = "QUERY",
            description = "the hosts that it finds, and what is directly beside them")
    private @Nullable String query;

    @Option(names = "--limit", paramLabel = "N", description = "at most N assets (default: 1000)")
    private @Nullable Integer limit;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "table, json, dot for Graphviz, or mermaid (default: as -o says)")
    private @Nullable Drawing drawing;

    /** The verb of a session. */
    public MapVerb(Session session) {
        this.session = session;
    }

    /** The verb with those below it. */
    public static CommandLine tree(Session session) {
        return new CommandLine(new MapVerb(session)).addSubcommand(new MapChangesVerb(session));
    }

    @Override
    public Integer call() {
        QueryText text = QueryText.of(query == null ? List.of() : List.of(query));
        Path path =
                text.applyTo(Path.of("map"))
                        .with("depth", depth)
                        .with("environment", environment)
                        .with("limit", limit)
                        .with("at", session.at());
        for (String asset : assets) {
            path = path.with("asset", asset);
        }
        Path asked = path;
        switch (drawing) {
            case DOT, MERMAID -> draw(asked, drawing, text);
            case JSON -> session.surroundings().out().println(JsonWriter.write(read(asked, text)));
            case TABLE -> print(read(asked, text));
            case null -> print(read(asked, text));
        }
        return 0;
    }

    private Json read(Path path, QueryText text) {
        return text.explaining(() -> session.server().read(path));
    }

    private void draw(Path path, Drawing as, QueryText text) {
        Path drawn = path.with("format", as.name().toLowerCase(Locale.ROOT));
        session.surroundings().out().print(text.explaining(() -> session.server().readText(drawn)));
    }

    private void print(Json map) {
        boolean names = session.printer().format() == Format.NAMES;
        session.printer()
                .items(
                        map,
                        map.list(names ? "assets" : "relations"),
                        names ? MapColumns.ASSETS : MapColumns.RELATIONS);
        session.remark(
                "%d assets, %d relations."
                        .formatted(map.list("assets").size(), map.list("relations").size()));
        String omitted = map.text("omitted").orElse("0");
        if (!omitted.equals("0")) {
            session.remark(
                    omitted
                            + " more assets were left out; ask for less, or allow more by --limit.");
        }
    }
}
