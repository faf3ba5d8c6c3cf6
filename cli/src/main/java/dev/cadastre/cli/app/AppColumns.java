package dev.cadastre.cli.app;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.output.Column;
import dev.cadastre.cli.output.Mark;
import dev.cadastre.cli.output.Wording;
import java.util.List;
import java.util.stream.Collectors;

/** What the tables of apps show. */
public final class AppColumns {

    private static final int MOST_CHARACTERS = 200;

    /** Apps in a list. */
    public static final List<Column> APPS =
            List.of(
                    Column.of("NAME", "name"),
                    Column.of("PARCEL", "parcel"),
                    Column.of("VERSION", "version"),
                    state(),
                    hosts(),
                    Column.of("BOUND TO", AppColumns::providers),
                    Column.of("OWNER", "owner"),
                    Column.of("REVISION", "revision"),
                    Column.moment("CHANGED", "changedAt"));

    /** One app. */
    public static final List<Column> APP =
            List.of(
                    Column.of("NAME", "name"),
                    Column.of("PARCEL", "parcel"),
                    Column.of("VERSION", "version"),
                    state(),
                    Column.of("HOSTS", "hosts"),
                    Column.of("OWNER", "owner"),
                    Column.of("NEEDED BY", "consumers"),
                    Column.of("REVISION", "revision"),
                    Column.moment("CHANGED", "changedAt"));

    /** Revisions in a list. */
    public static final List<Column> REVISIONS =
            List.of(
                    Column.of("REVISION", "number"),
                    Column.word("WANTED", "verb"),
                    Column.of("PARCEL", "parcel"),
                    Column.of("VERSION", "version"),
                    state(),
                    hosts(),
                    Column.of("BY", "madeBy"),
                    Column.moment("ENDED", "endedAt"),
                    Column.of("RUNS", AppColumns::runs),
                    Column.of("PROBLEM", "problem"));

    /** One revision. */
    public static final List<Column> REVISION =
            List.of(
                    Column.of("APP", "app"),
                    Column.of("REVISION", "number"),
                    Column.word("WANTED", "verb"),
                    Column.of("PARCEL", "parcel"),
                    Column.of("VERSION", "version"),
                    Column.of("DIGEST", "digest"),
                    Column.of("SIGNED BY", "signer"),
                    state(),
                    Column.of("PROBLEM", "problem"),
                    Column.of("HOSTS", "hosts"),
                    Column.of("BY", "madeBy"),
                    Column.moment("MADE", "madeAt"),
                    Column.moment("ENDED", "endedAt"),
                    Column.of("RUNS", AppColumns::runs));

    /** Values of parameters. */
    public static final List<Column> VALUES =
            List.of(
                    Column.of("PARAMETER", "name"),
                    Column.of("HOST", "host"),
                    Column.of("VALUE", value -> shortened(value, "value")),
                    Column.of("FROM", AppColumns::from),
                    Column.of("INSTEAD OF", AppColumns::overridden));

    /** How values change. */
    public static final List<Column> DIFFERENCES =
            List.of(
                    Column.of("CHANGES", "name"),
                    Column.of("HOST", "host"),
                    Column.of("BEFORE", difference -> shortened(difference, "before")),
                    Column.of("AFTER", difference -> shortened(difference, "after")));

    /** What meets requirements. */
    public static final List<Column> BINDINGS =
            List.of(
                    Column.of("BINDING", "binding"),
                    Column.of("REQUIRES", "requires"),
                    Column.of("PROVIDER", "provider"),
                    Column.of("HOSTS", "hosts"));

    /** Runs of a revision. */
    public static final List<Column> STEPS =
            List.of(
                    Column.word("STEP", "step"),
                    Column.of("APP", "app"),
                    Column.of("BINDING", "binding"),
                    Column.of("HOSTS", "hosts"),
                    Column.of("RUN", "run"));

    /** What is not as it is declared. */
    public static final List<Column> DRIFT =
            List.of(
                    Column.of("APP", drift -> drift.text("app").orElse("(estate)")),
                    Column.of("ENVIRONMENT", "environment"),
                    Column.of("HOST", "host"),
                    Column.of("KIND", "kind"),
                    Column.of("SUBJECT", "subject"),
                    Column.of("DECLARED", drift -> shortened(drift, "declared")),
                    Column.of("SEEN", drift -> shortened(drift, "seen")));

    private AppColumns() {}

    private static Column state() {
        return Column.word("STATE", "state").marked(AppColumns::mark);
    }

    private static Mark mark(Json item) {
        return switch (item.text("state").orElse("")) {
            case "CURRENT" -> Mark.GOOD;
            case "FAILED" -> Mark.BAD;
            case "RUNNING", "PLANNED" -> Mark.WORRYING;
            default -> Mark.ASIDE;
        };
    }

    private static Column hosts() {
        return Column.of("HOSTS", AppColumns::hosts);
    }

    private static String hosts(Json item) {
        List<Json> hosts = item.list("hosts");
        return hosts.size() > 3 ? Integer.toString(hosts.size()) : Wording.of(item.at("hosts"));
    }

    private static String providers(Json app) {
        return app.list("bindings").stream()
                .flatMap(binding -> binding.text("provider").stream())
                .collect(Collectors.joining(", "));
    }

    private static String runs(Json revision) {
        return revision.list("steps").stream()
                .flatMap(step -> step.text("run").stream())
                .collect(Collectors.joining(", "));
    }

    /** A value may have many lines; a table has one for it. */
    private static String shortened(Json item, String name) {
        String text = item.text(name).orElse("");
        return text.length() <= MOST_CHARACTERS
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MOST_CHARACTERS / 2)) + "…";
    }

    private static String from(Json value) {
        String layer = value.text("layer").orElse("");
        String origin = value.text("origin").orElse("");
        return origin.isEmpty() || origin.equals(layer) ? layer : layer + " (" + origin + ")";
    }

    private static String overridden(Json value) {
        return value.list("overridden").stream()
                .map(other -> shortened(other, "value") + " from " + from(other))
                .collect(Collectors.joining("; "));
    }
}
