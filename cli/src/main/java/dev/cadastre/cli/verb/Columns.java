package dev.cadastre.cli.verb;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.output.Column;
import dev.cadastre.cli.output.Mark;
import dev.cadastre.cli.output.Wording;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What tables show of each kind of item. */
final class Columns {

    static final List<Column> HOSTS =
            List.of(
                    Column.of("NAME", "name"),
                    Column.of("ENVIRONMENT", "environment"),
                    Column.of("OS", "os"),
                    Column.of("PACKAGES", "packages"),
                    Column.of("OUTCOME", Columns::outcome).marked(Columns::outcomeMark),
                    Column.moment("OBSERVED", "observedAt"));

    static final List<Column> COUNTS =
            List.of(
                    Column.of("VALUE", "value"),
                    Column.of("HOSTS", "hosts"),
                    Column.of("ENVIRONMENTS", Columns::environments));

    static final List<Column> HOST =
            List.of(
                    Column.of("NAME", "name"),
                    Column.of("ENVIRONMENT", "environment"),
                    Column.of("GROUPS", "groups"),
                    Column.of("ADDRESS", "address"),
                    Column.of("OS", "os"),
                    Column.of("KERNEL", "kernel"),
                    Column.of("PACKAGES", "packages"),
                    Column.of("LIFECYCLE", host -> Wording.word(text(host, "lifecycle"))),
                    Column.of("OUTCOME", Columns::outcome),
                    Column.moment("SINCE", "outcome", "since"),
                    Column.of("REASON", "outcome", "reason"),
                    Column.of("REMEDY", "outcome", "remedy"),
                    Column.moment("OBSERVED", "observedAt"),
                    Column.telling("BREACHES", Columns::breaches),
                    Column.of("SOURCES", Columns::sources),
                    Column.of("CONTRADICTIONS", Columns::contradictions),
                    Column.of("JSONSTATS", host -> jsonstats(host.at("jsonstats"))),
                    Column.of("DECLARED", host -> place(host.at("declared"))),
                    Column.of("ID", "id"));

    static final List<Column> SOURCES =
            List.of(
                    Column.of("SECTION", "section"),
                    Column.of("SOURCE", source -> Wording.word(text(source, "source"))),
                    Column.of("BELIEVED", "believed"),
                    Column.of("STATUS", source -> Wording.word(text(source, "status"))),
                    Column.moment("TOLD", "observedAt"),
                    Column.of("REASON", "reason"));

    static final List<Column> PACKAGES =
            List.of(
                    Column.of("NAME", "name"),
                    Column.of("VERSION", "version"),
                    Column.of("ARCH", "arch"),
                    Column.of("TYPE", "type"),
                    Column.of("ROOT", "root"),
                    Column.moment("SINCE", "since"));

    static final List<Column> FACTS =
            List.of(
                    Column.of("NAME", "name"),
                    Column.of("VALUE", "value"),
                    Column.of("KIND", fact -> Wording.word(text(fact, "kind"))),
                    Column.moment("SINCE", "since"));

    static final List<Column> SERVICES =
            List.of(
                    Column.of("NAME", "name"),
                    Column.of("ADDRESS", "address"),
                    Column.of("PORT", "port"),
                    Column.of("PROTOCOL", service -> Wording.word(text(service, "protocol"))),
                    Column.of("PROCESS", "process"),
                    Column.of("USER", "user"),
                    Column.moment("SINCE", "since"));

    static final List<Column> DAEMONS =
            List.of(
                    Column.of("NAME", "name"),
                    Column.of("STATE", daemon -> Wording.word(text(daemon, "state")))
                            .marked(Columns::daemonMark),
                    Column.of("ENABLED", "enabled"),
                    Column.moment("SINCE", "since"));

    static final List<Column> RUNTIMES =
            List.of(
                    Column.of("KIND", "kind"),
                    Column.of("VERSION", "version"),
                    Column.of("PATH", "path"),
                    Column.of("USED BY", "usedBy"),
                    Column.moment("SINCE", "since"));

    static final List<Column> CONNECTIONS =
            List.of(
                    Column.of("PROCESS", "process"),
                    Column.of("REMOTE ADDRESS", "remoteAddress"),
                    Column.of("REMOTE PORT", "remotePort"),
                    Column.of("PROTOCOL", link -> Wording.word(text(link, "protocol"))),
                    Column.moment("FIRST SEEN", "firstSeen"),
                    Column.moment("LAST SEEN", "lastSeen"),
                    Column.of("REPORTS", "count"));

    static final List<Column> EVENTS =
            List.of(
                    Column.moment("AT", "at"),
                    Column.of("ASSET", "asset"),
                    Column.of("KIND", "kind"),
                    Column.of("SUMMARY", "summary"),
                    Column.of("ACTOR", "actor"));

    static final List<Column> ENVIRONMENTS =
            List.of(
                    Column.of("NAME", "name"),
                    Column.of("OWNER", "owner"),
                    Column.of("HOSTS", "hosts"),
                    Column.of("FAILING", "failing")
                            .marked(row -> isNone(row, "failing") ? Mark.NONE : Mark.BAD),
                    Column.of("STALE", "stale")
                            .marked(row -> isNone(row, "stale") ? Mark.NONE : Mark.WORRYING),
                    Column.of("DECLARED", row -> place(row.at("source"))));

    static final List<Column> PACKAGE_HOSTS =
            List.of(
                    Column.of("HOST", "host"),
                    Column.of("ENVIRONMENT", "environment"),
                    Column.of("VERSION", "package", "version"),
                    Column.of("ARCH", "package", "arch"),
                    Column.of("TYPE", "package", "type"),
                    Column.of("ROOT", "package", "root"),
                    Column.moment("SINCE", "since"));

    static final List<Column> PACKAGE_VERSIONS =
            List.of(
                    Column.of("VERSION", "version"),
                    Column.of("TYPE", "type"),
                    Column.of("ENVIRONMENT", "environment"),
                    Column.of("HOSTS", "hosts"));

    static final List<Column> HITS =
            List.of(
                    Column.of("TITLE", "title"),
                    Column.of("KIND", hit -> Wording.word(text(hit, "kind"))),
                    Column.of("DETAIL", "detail"));

    static final List<Column> DIFFERENCES =
            List.of(
                    Column.of("NAME", "name"),
                    Column.of("ARCH", "arch"),
                    Column.of("SECTION", "section"),
                    Column.of("CHANGE", row -> Wording.word(text(row, "change")))
                            .marked(Columns::changeMark),
                    Column.of("FROM", "from"),
                    Column.of("TO", "to"));

    static final List<Column> PACE =
            List.of(
                    Column.of("INTERVAL", pace -> seconds(pace, "intervalSeconds")),
                    Column.of("WISHED", pace -> seconds(pace, "wishedSeconds")),
                    Column.of("REASON", "reason"));

    static final List<Column> OUTCOMES =
            List.of(
                    Column.of("HOST", "host"),
                    Column.of("OUTCOME", Columns::outcome).marked(Columns::outcomeMark),
                    Column.of("REASON", "outcome", "reason"),
                    Column.of("REMEDY", "outcome", "remedy"));

    static final List<Column> VALUES =
            List.of(
                    Column.of("KEY", "key"),
                    Column.of("VALUE", "value"),
                    Column.of("SECTION", "section"),
                    Column.of("STATED AT", Columns::place));

    static final List<Column> TOKENS =
            List.of(
                    Column.of("ID", "id"),
                    Column.of("NAME", "name"),
                    Column.of("ROLE", token -> Wording.word(text(token, "scope", "role"))),
                    Column.of("ENVIRONMENT", "scope", "environment"),
                    Column.of("HOST", "scope", "host"),
                    Column.moment("EXPIRES", "expiresAt"));

    private static final int SHOWN_CONTRADICTIONS = 5;

    private Columns() {}

    private static String breaches(Json host, UnaryOperator<String> moments) {
        return host.list("breaches").stream()
                .map(breach ->
                        "%s (%s, since %s)"
                                .formatted(
                                        text(breach, "rule"),
                                        Wording.word(text(breach, "severity")),
                                        moments.apply(text(breach, "since"))))
                .collect(Collectors.joining(", "));
    }

    private static String environments(Json count) {
        return count.at("environments") instanceof Json.Members(var values)
                ? values.keySet().stream()
                        .map(name -> name + " " + text(count, "environments", name))
                        .collect(Collectors.joining(", "))
                : "";
    }

    /** {@code probe 14 of 14 sections, import 0 of 2}. */
    private static String sources(Json host) {
        Map<String, int[]> shares = new LinkedHashMap<>();
        for (Json section : host.list("sources")) {
            if (!text(section, "status").equals("ABSENT")) {
                int[] share = shares.computeIfAbsent(text(section, "source"), _ -> new int[2]);
                share[0] += section.holds("believed") ? 1 : 0;
                share[1]++;
            }
        }
        return shares.entrySet().stream()
                .map(share ->
                        "%s (believed in %d of %d sections)"
                                .formatted(
                                        Wording.word(share.getKey()),
                                        share.getValue()[0],
                                        share.getValue()[1]))
                .collect(Collectors.joining(", "));
    }

    private static String contradictions(Json host) {
        List<Json> found = host.list("contradictions");
        String shown =
                found.stream()
                        .limit(SHOWN_CONTRADICTIONS)
                        .map(each ->
                                "%s: %s (%s), %s (%s)"
                                        .formatted(
                                                text(each, "subject"),
                                                text(each, "value"),
                                                Wording.word(text(each, "believed")),
                                                text(each, "told"),
                                                Wording.word(text(each, "other"))))
                        .collect(Collectors.joining("; "));
        int more = found.size() - SHOWN_CONTRADICTIONS;
        return more > 0 ? shown + "; and " + more + " more, see -o json" : shown;
    }

    private static String jsonstats(Json server) {
        String url = text(server, "url");
        if (url.isEmpty()) {
            return "";
        }
        String reason = text(server, "outcome", "reason");
        return url
                + ": "
                + Wording.word(text(server, "outcome", "kind"))
                + (reason.isEmpty() ? "" : ". " + reason);
    }

    private static String seconds(Json item, String name) {
        return text(item, name) + " s";
    }

    private static String text(Json item, String... names) {
        return item.text(names).orElse("");
    }

    private static boolean isNone(Json item, String name) {
        return text(item, name).equals("0");
    }

    private static String place(Json origin) {
        return origin.text("file").map(file -> file + ":" + text(origin, "line")).orElse("");
    }

    private static String outcome(Json host) {
        String word = Wording.word(text(host, "outcome", "kind"));
        return host.holds("stale") ? word + ", stale" : word;
    }

    private static Mark outcomeMark(Json host) {
        return switch (text(host, "outcome", "kind")) {
            case "COLLECTED" -> host.holds("stale") ? Mark.WORRYING : Mark.NONE;
            case "PENDING", "" -> Mark.ASIDE;
            default -> Mark.BAD;
        };
    }

    private static Mark daemonMark(Json daemon) {
        return text(daemon, "state").equals("FAILED") ? Mark.BAD : Mark.NONE;
    }

    private static Mark changeMark(Json difference) {
        return switch (text(difference, "change")) {
            case "ADDED" -> Mark.GOOD;
            case "REMOVED" -> Mark.BAD;
            default -> Mark.WORRYING;
        };
    }
}
