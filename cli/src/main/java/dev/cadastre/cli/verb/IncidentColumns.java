package dev.cadastre.cli.verb;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.output.Column;
import dev.cadastre.cli.output.Mark;
import dev.cadastre.cli.output.Wording;
import java.util.List;
import java.util.stream.Collectors;

/** What the tables of incidents, silences and downtimes show. */
final class IncidentColumns {

    static final List<Column> INCIDENTS =
            List.of(
                    Column.of("ID", "id"),
                    severity(),
                    Column.word("STATE", "state"),
                    Column.of("TITLE", "title"),
                    Column.of("CAUSE", "cause"),
                    Column.of("ENVIRONMENT", "environment"),
                    Column.moment("OPENED", "openedAt"),
                    Column.moment("OVER", "resolvedAt"),
                    Column.of("OWNER", "owner"),
                    Column.of("FAILURES", "failures"),
                    Column.of("UNREACHABLE", "unreachable"));

    static final List<Column> INCIDENT =
            List.of(
                    Column.of("ID", "id"),
                    Column.of("TITLE", "title"),
                    severity(),
                    Column.word("STATE", "state"),
                    Column.of("CAUSE", "cause"),
                    Column.of("ENVIRONMENT", "environment"),
                    Column.moment("OPENED", "openedAt"),
                    Column.moment("ACKNOWLEDGED", "acknowledgedAt"),
                    Column.of("BY", "acknowledgedBy"),
                    Column.moment("OVER", "resolvedAt"),
                    Column.of("SAID BY", "resolvedBy"),
                    Column.of("MERGED INTO", "mergedInto"),
                    Column.of("OWNER", "owner"),
                    Column.of("FAILURES", "failures"),
                    Column.of("UNREACHABLE", "unreachable"),
                    Column.of("SILENCED BECAUSE", "silence", "reason"));

    static final List<Column> STORY =
            List.of(
                    Column.of("ID", "incident", "id"),
                    Column.of("TITLE", "incident", "title"),
                    Column.of("CAUSE", "incident", "cause"),
                    Column.word("STATE", "incident", "state"),
                    Column.moment("OPENED", "incident", "openedAt"),
                    Column.moment("OVER", "incident", "resolvedAt"),
                    Column.of("OWNER", "incident", "owner"),
                    Column.of("FAILURES", "incident", "failures"),
                    Column.of("AFFECTED", "affected", "assets"));

    static final List<Column> FAILURES =
            List.of(
                    Column.of("FAILURE", "name"),
                    Column.of("ASSET", "asset"),
                    Column.word("STATE", "state"),
                    Column.moment("SINCE", "since"),
                    Column.moment("UNTIL", "until"),
                    Column.of("OUTPUT", "output"),
                    Column.of("ENDED", "ended"));

    static final List<Column> BEFORE =
            List.of(
                    Column.moment("CHANGED", "at"),
                    Column.of("ASSET", "asset"),
                    Column.of("CHANGE", "summary"),
                    Column.of("BY", "actor"),
                    Column.of("STEPS", "distance"),
                    Column.of("NOTICED AFTER", "noticedAfter"));

    static final List<Column> COMMENTS =
            List.of(
                    Column.moment("SAID", "at"),
                    Column.of("BY", "by"),
                    Column.of("COMMENT", "text"));

    static final List<Column> QUIET =
            List.of(
                    Column.of("ID", "id"),
                    Column.of("ASSET", "asset"),
                    Column.of("QUERY", "q"),
                    Column.moment("FROM", "begins"),
                    Column.moment("UNTIL", "ends"),
                    Column.of("REASON", "reason"),
                    Column.of("BY", "madeBy"));

    private IncidentColumns() {}

    private static Column severity() {
        return Column.word("SEVERITY", "severity").marked(IncidentColumns::mark);
    }

    private static Mark mark(Json incident) {
        if (incident.text("state").orElse("").equals("RESOLVED")) {
            return Mark.ASIDE;
        }
        return incident.text("severity").orElse("").equals("CRITICAL") ? Mark.BAD : Mark.WORRYING;
    }

    /** What became of an incident, as a sentence. */
    static String sentence(Json incident) {
        return "Incident %s is %s: %s"
                .formatted(
                        incident.text("id").orElse("?"),
                        Wording.word(incident.text("state").orElse("")),
                        incident.text("title").orElse("?"));
    }

    /** Texts of a list, in one line. */
    static String line(Json list, String name) {
        return list.list(name).stream()
                .flatMap(one -> one.text().stream())
                .collect(Collectors.joining(", "));
    }
}
