package dev.cadastre.cli.verb;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.output.Column;
import dev.cadastre.cli.output.Format;
import dev.cadastre.cli.output.Wording;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code cadastre impact ASSET…}. */
@Command(
        name = "impact",
        description = "Show what stops if assets do, what goes on, and whom to call.",
        footer = {
            "",
            "Example: cadastre impact host:db1",
            "         cadastre impact host:app1 host:app2 --at yesterday",
            "         cadastre impact --gone",
            "         cadastre impact --down",
            "         cadastre impact --single-points --env prod",
            "         cadastre impact --cycles"
        })
public final class ImpactVerb implements Callable<Integer> {

    private final Session session;

    @Spec private @Nullable CommandSpec spec;

    @Parameters(
            arity = "0..*",
            paramLabel = "ASSET",
            description = "what is presumed down: host:db1, service:5432-tcp@db1 …")
    private List<String> assets = List.of();

    @Option(
            names = "--gone",
            description = "also what was there, and does not listen any longer, is down")
    private boolean gone;

    @Option(names = "--down", description = "also what monitors are certain does not work is down")
    private boolean down;

    @Option(
            names = "--single-points",
            description = "what nothing stands in for, those first with which most stops")
    private boolean singlePoints;

    @Option(names = "--cycles", description = "what needs itself by way of others")
    private boolean cycles;

    @Option(
            names = {"--environment", "--env"},
            paramLabel = "NAME",
            description = "single points or cycles of an environment only")
    private @Nullable String environment;

    @Option(names = "--limit", paramLabel = "N", description = "tell of at most N assets")
    private @Nullable Integer limit;

    /** The verb of a session. */
    public ImpactVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        requireSense();
        if (singlePoints) {
            list(Path.of("impact", "single-points").with("limit", limit), MapColumns.SINGLE_POINTS);
        } else if (cycles) {
            list(Path.of("impact", "cycles"), MapColumns.CYCLES);
        } else {
            print(session.server().read(path()));
        }
        return 0;
    }

    private void requireSense() {
        boolean presumed = gone || down || !assets.isEmpty();
        int asked = (presumed ? 1 : 0) + (singlePoints ? 1 : 0) + (cycles ? 1 : 0);
        if (asked != 1) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    "Say what is down: name assets, or ask for --gone or --down; or ask for"
                            + " --single-points or --cycles alone.");
        }
        if (environment != null && presumed) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    "What stops is told of all environments; leave --env out.");
        }
    }

    private void list(Path path, List<Column> columns) {
        session.printer()
                .list(session.server().read(path.with("environment", environment)), columns);
    }

    private Path path() {
        Path path =
                Path.of("impact")
                        .with("gone", gone ? true : null)
                        .with("down", down ? true : null)
                        .with("at", session.at())
                        .with("limit", limit);
        for (String asset : assets) {
            path = path.with("asset", asset);
        }
        return path;
    }

    private void print(Json impact) {
        List<Json> fallen = impact.list("fallen");
        if (session.printer().format() != Format.TABLE) {
            session.printer().items(impact, fallen, MapColumns.FALLEN);
            return;
        }
        if (fallen.isEmpty()) {
            session.printer().line("Nothing else stops.");
        } else {
            session.printer().items(impact, fallen, MapColumns.FALLEN);
        }
        table(impact, "reduced", MapColumns.REDUCED);
        table(impact, "owners", MapColumns.OWNERS);
        mail(impact.list("mail"));
        String omitted = impact.text("omitted").orElse("0");
        if (!omitted.equals("0")) {
            session.remark(omitted + " more assets were left out; allow more by --limit.");
        }
    }

    private void table(Json impact, String name, List<Column> columns) {
        if (!impact.list(name).isEmpty()) {
            session.printer().line("");
            session.printer().items(impact, impact.list(name), columns);
        }
    }

    private void mail(List<Json> addresses) {
        if (!addresses.isEmpty()) {
            session.printer().line("");
            session.printer()
                    .line(
                            "Mail: "
                                    + addresses.stream()
                                            .map(Wording::of)
                                            .collect(Collectors.joining(", ")));
        }
    }
}
