package dev.cadastre.cli.verb;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.output.Column;
import dev.cadastre.cli.output.Mark;
import dev.cadastre.cli.output.Wording;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What the tables of monitors show. */
final class MonitorColumns {

    private static final Set<String> PROBLEMS = Set.of("WARNING", "CRITICAL", "UNKNOWN");

    static final List<Column> MONITORS =
            List.of(
                    Column.of("ID", "id"),
                    state(),
                    Column.of("ASSET", "asset"),
                    Column.of("MONITOR", "name"),
                    Column.moment("SINCE", "since"),
                    Column.of("OUTPUT", "output"),
                    Column.of("WHY", "why"));

    static final List<Column> MONITOR =
            List.of(
                    Column.of("ID", "id"),
                    Column.of("ASSET", "asset"),
                    Column.of("MONITOR", "name"),
                    Column.of("ENVIRONMENT", "environment"),
                    state(),
                    Column.moment("SINCE", "since"),
                    Column.of("WHY", "why"),
                    Column.word("CERTAIN", "certain"),
                    Column.moment("CERTAIN SINCE", "certainSince"),
                    Column.of("UNREACHABLE BECAUSE", "unreachableBecause"),
                    Column.of("FLAPPING", "flapping"),
                    Column.of("DOWNTIME", "downtime"),
                    Column.of("OUTPUT", "output"),
                    Column.of("MORE", "longOutput"),
                    Column.of("METRICS", MonitorColumns::metrics),
                    Column.of("PROBLEMS", "problems"),
                    Column.moment("CHECKED", "checkedAt"),
                    Column.of("TOOK", "took"),
                    Column.of("BY", "by"),
                    Column.word("KIND", "kind"),
                    Column.of("COMMAND", "command"),
                    Column.pairs("SETTINGS", "settings"),
                    Column.of("EVERY", "interval"),
                    Column.of("TIMEOUT", "timeout"),
                    Column.of("RETRIES", "retries"),
                    Column.word("FROM", "where"),
                    Column.of("ENABLED", "enabled"),
                    Column.of("TEMPLATE", "template"),
                    Column.of("DEFINITION", "definition"),
                    Column.of("STATED IN", "declared"));

    static final List<Column> HISTORY =
            List.of(
                    Column.moment("FROM", "from"),
                    Column.moment("UNTIL", "until"),
                    state(),
                    Column.word("CERTAIN", "certain"),
                    Column.of("OUTPUT", "output"),
                    Column.of("WHY", "why"),
                    Column.of("FLAPPING", "flapping"),
                    Column.of("DOWNTIME", "downtime"));

    static final List<Column> DEFINITIONS =
            List.of(
                    Column.of("ID", "id"),
                    Column.of("NAME", "name"),
                    Column.of("ASSET", "said", "asset"),
                    Column.of("QUERY", "said", "q"),
                    Column.of("TEMPLATE", "said", "template"),
                    Column.word("KIND", "meant", "kind"),
                    Column.of("EVERY", "meant", "interval"),
                    Column.of("MONITORS", "monitors"),
                    Column.moment("CHANGED", "changedAt"),
                    Column.of("BY", "changedBy"),
                    Column.of("REASON", "reason"),
                    Column.of("STATED IN", "declared"));

    static final List<Column> TEMPLATES =
            List.of(
                    Column.of("NAME", "name"),
                    Column.word("KIND", "said", "kind"),
                    Column.of("EVERY", "said", "interval"),
                    Column.pairs("SETTINGS", "said", "settings"),
                    Column.of("DEFINITIONS", "definitions"),
                    Column.moment("CHANGED", "changedAt"),
                    Column.of("BY", "changedBy"),
                    Column.of("STATED IN", "declared"));

    static final List<Column> KINDS =
            List.of(
                    Column.word("KIND", "kind"),
                    Column.of("CHECKS", "meaning"),
                    Column.of(
                            "SETTINGS",
                            kind ->
                                    kind.list("settings").stream()
                                            .map(setting -> setting.text("name").orElse(""))
                                            .collect(Collectors.joining(", "))));

    static final List<Column> SETTINGS =
            List.of(
                    Column.of("SETTING", "name"),
                    Column.of("MEANING", "meaning"),
                    Column.of("USUAL", "usual"),
                    Column.of("EXAMPLE", "example"),
                    Column.of("NEEDED", "required"));

    static final List<Column> STATUS =
            List.of(
                    Column.of("MONITORS", "monitors"),
                    Column.of("IN TURNS", "inTurns"),
                    Column.of("CHECKS", "checks"),
                    Column.of("LATE", "late"),
                    Column.of("LATEST", "latest"));

    private MonitorColumns() {}

    private static Column state() {
        return Column.word("STATE", "state").marked(MonitorColumns::mark);
    }

    private static Mark mark(Json item) {
        return switch (item.text("state").orElse("")) {
            case "OK" -> Mark.GOOD;
            case "CRITICAL" -> Mark.BAD;
            case "WARNING", "UNKNOWN" -> Mark.WORRYING;
            default -> Mark.ASIDE;
        };
    }

    static boolean isProblem(Json monitor) {
        return PROBLEMS.contains(monitor.text("state").orElse(""));
    }

    /** What is thought of a monitor, in a line. */
    static String sentence(Json monitor) {
        return "%s of %s is %s: %s."
                .formatted(
                        monitor.text("name").orElse("?"),
                        monitor.text("asset").orElse("?"),
                        Wording.word(monitor.text("state").orElse("")),
                        monitor.text("why").orElse(""));
    }

    private static String metrics(Json monitor) {
        return monitor.list("metrics").stream()
                .map(metric ->
                        "%s %s%s"
                                .formatted(
                                        metric.text("label").orElse(""),
                                        metric.text("value").orElse("unknown"),
                                        metric.text("unit").orElse("")))
                .collect(Collectors.joining(", "));
    }
}
