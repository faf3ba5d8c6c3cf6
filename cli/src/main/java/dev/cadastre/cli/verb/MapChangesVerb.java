package dev.cadastre.cli.verb;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.json.JsonObject;
import dev.cadastre.cli.output.Wording;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code cadastre map changes}. */
@Command(
        name = "changes",
        description = "Show how the map at a moment differs from that at an earlier one.",
        footer = {
            "",
            "Example: cadastre map changes --from yesterday",
            "         cadastre map changes --from 'monday 08:00' --to 'monday 18:00'"
        })
public final class MapChangesVerb implements Callable<Integer> {

    private final Session session;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            required = true,
            description = "the earlier moment")
    private String from = "";

    @Option(names = "--to", paramLabel = "TIME", description = "the later one (default: now)")
    private @Nullable String to;

    MapChangesVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Json changes =
                session.server()
                        .read(
                                Path.of("map", "changes")
                                        .with("from", session.moment(from))
                                        .with("to", to == null ? null : session.moment(to)));
        session.printer().items(changes, lines(changes), MapColumns.CHANGES);
        return 0;
    }

    private static List<Json> lines(Json changes) {
        List<Json> lines = new ArrayList<>();
        changes.list("assetsAdded").forEach(asset -> lines.add(asset("added", asset)));
        changes.list("relationsAdded").forEach(edge -> lines.add(edge("added", edge)));
        changes.list("assetsRemoved").forEach(asset -> lines.add(asset("removed", asset)));
        changes.list("relationsRemoved").forEach(edge -> lines.add(edge("removed", edge)));
        return lines;
    }

    private static Json asset(String change, Json asset) {
        return new JsonObject()
                .with("change", change)
                .with("asset", asset.text().orElse(""))
                .json();
    }

    private static Json edge(String change, Json edge) {
        return new JsonObject()
                .with("change", change)
                .with("asset", edge.text("source").orElse(""))
                .with("relation", Wording.word(edge.text("type").orElse("")))
                .with("other", edge.text("target").orElse(""))
                .json();
    }
}
