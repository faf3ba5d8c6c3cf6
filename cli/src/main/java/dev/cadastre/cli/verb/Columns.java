package dev.cadastre.cli.verb;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.output.Column;
import dev.cadastre.cli.output.Mark;
import java.util.List;
import java.util.Locale;

/** What tables show of each kind of item. */
final class Columns {

    static final List<Column> HOSTS =
            List.of(
                    Column.of("NAME", "name"),
                    Column.of("ENVIRONMENT", "environment"),
                    Column.of("OS", "os"),
                    Column.of("PACKAGES", "packages"),
                    Column.of("OUTCOME", Columns::outcome).marked(Columns::outcomeMark),
                    Column.of("OBSERVED", "observedAt"));

    private Columns() {}

    private static String outcome(Json host) {
        String words =
                host.text("outcome", "kind").orElse("").toLowerCase(Locale.ROOT).replace('_', ' ');
        return host.holds("stale") ? words + ", stale" : words;
    }

    private static Mark outcomeMark(Json host) {
        return switch (host.text("outcome", "kind").orElse("")) {
            case "COLLECTED" -> host.holds("stale") ? Mark.WORRYING : Mark.NONE;
            case "PENDING" -> Mark.ASIDE;
            default -> Mark.BAD;
        };
    }
}
