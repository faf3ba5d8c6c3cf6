package dev.cadastre.cli.verb;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.json.JsonObject;
import dev.cadastre.cli.output.Column;
import dev.cadastre.cli.output.Format;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code cadastre asset ID}. */
@Command(
        name = "asset",
        synopsisSubcommandLabel = "",
        description = {
            "Show what an asset is, what it needs, what needs it, and whom to call.",
            "Or say what it is, which nobody can observe: set, remove, import."
        },
        footer = {
            "",
            "Example: cadastre asset service:5432-tcp@db1",
            "         cadastre asset host:web1 --at yesterday",
            "         cadastre asset set device:switch3 --title 'Core switch'"
        })
public final class AssetVerb implements Callable<Integer> {

    /** Relations whose target needs the source. */
    private static final Set<String> BACKWARDS = Set.of("PROVIDES", "MEMBER_OF");

    /** A relation by which neither needs the other. */
    private static final String OWNED_BY = "OWNED_BY";

    private final Session session;

    @Spec private @Nullable CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "ID",
            description = "as in host:web1 or service:5432-tcp@db1")
    private String id = "";

    /** The verb of a session. */
    public AssetVerb(Session session) {
        this.session = session;
    }

    /** The verb with those below it. */
    public static CommandLine tree(Session session) {
        return AssetToldVerbs.below(new CommandLine(new AssetVerb(session)), session);
    }

    @Override
    public Integer call() {
        if (id.isEmpty()) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    "Which asset? Name one, or set, remove or import some.");
        }
        Json asset = session.server().read(Path.of("assets", id).with("at", session.at()));
        Json relations =
                session.server().read(Path.of("assets", id, "relations").with("at", session.at()));
        Format format = session.printer().format();
        if (format == Format.JSON || format == Format.NDJSON) {
            Json whole =
                    new JsonObject()
                            .with("asset", asset)
                            .with("relations", relations.at("items"))
                            .json();
            session.printer().items(whole, List.of(whole), MapColumns.ASSET);
            return 0;
        }
        session.printer().attributes(asset, MapColumns.ASSET);
        if (format == Format.TABLE) {
            table(relations, true, MapColumns.NEEDS);
            table(relations, false, MapColumns.NEEDED_BY);
        }
        return 0;
    }

    private void table(Json relations, boolean needed, List<Column> columns) {
        List<Json> found =
                relations.list("items").stream()
                        .filter(relation -> !type(relation).equals(OWNED_BY))
                        .filter(relation -> needs(relation) == needed)
                        .map(this::withOther)
                        .toList();
        if (!found.isEmpty()) {
            session.printer().line("");
            session.printer().items(relations, found, columns);
        }
    }

    /** Whether the asset is the one that needs the other. */
    private boolean needs(Json relation) {
        boolean starts = relation.text("source").orElse("").equals(id);
        return starts != BACKWARDS.contains(type(relation));
    }

    private Json withOther(Json relation) {
        boolean starts = relation.text("source").orElse("").equals(id);
        Map<String, Json> members = new LinkedHashMap<>();
        if (relation instanceof Json.Members(var values)) {
            members.putAll(values);
        }
        members.put("other", relation.at(starts ? "target" : "source"));
        return new Json.Members(members);
    }

    private static String type(Json relation) {
        return relation.text("type").orElse("");
    }
}
