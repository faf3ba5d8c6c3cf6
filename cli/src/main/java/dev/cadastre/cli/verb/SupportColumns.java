package dev.cadastre.cli.verb;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.output.Column;
import dev.cadastre.cli.output.Mark;
import dev.cadastre.cli.output.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the tables about support and advisories show. */
final class SupportColumns {

    static final List<Column> LINES =
            List.of(
                    Column.of("PRODUCT", line -> product(line.at("support"))),
                    Column.of("STATUS", line -> Wording.word(status(line)))
                            .marked(SupportColumns::mark),
                    Column.of("SUPPORT", "support", "words"),
                    Column.of("HOSTS", "hosts"),
                    Column.of("ENVIRONMENTS", "environments"),
                    Column.of("SOURCE", "support", "source"));

    static final List<Column> ITEMS =
            List.of(
                    Column.of("NAME", "name"),
                    Column.of("VERSION", "version"),
                    Column.of("STATUS", item -> Wording.word(status(item)))
                            .marked(SupportColumns::mark),
                    Column.of("SUPPORT", "support", "words"),
                    Column.of("PATH", "path"),
                    Column.of("USED BY", "usedBy"),
                    Column.of("WAYS UP", SupportColumns::waysUp));

    static final List<Column> LINE_HOSTS =
            List.of(
                    Column.of("HOST", "host"),
                    Column.of("ENVIRONMENT", "environment"),
                    Column.of("VERSIONS", "versions"),
                    Column.of("WAYS UP", SupportColumns::waysUpOfAll));

    static final List<Column> ADVISORIES =
            List.of(
                    Column.of("ID", "id"),
                    Column.of("SEVERITY", "severity"),
                    Column.of("HOSTS", "hosts"),
                    Column.of("PACKAGES", SupportColumns::packages),
                    Column.of("SUMMARY", "summary"));

    static final List<Column> ADVISORY_HOSTS =
            List.of(
                    Column.of("HOST", "host"),
                    Column.of("ENVIRONMENT", "environment"),
                    Column.of("PACKAGES", SupportColumns::packages));

    private SupportColumns() {}

    private static String packages(Json advisory) {
        return advisory.list("packages").stream()
                .map(one ->
                        "%s %s%s"
                                .formatted(
                                        one.text("name").orElse(""),
                                        one.text("version").orElse(""),
                                        one.text("fixed")
                                                .map(fixed -> " (fixed in " + fixed + ")")
                                                .orElse("")))
                .collect(Collectors.joining(", "));
    }

    private static String product(Json support) {
        return support.text("label").orElse("") + " " + support.text("cycle").orElse("");
    }

    private static String status(Json item) {
        return item.text("support", "status").orElse("");
    }

    private static Mark mark(Json item) {
        return switch (status(item)) {
            case "ENDED" -> Mark.BAD;
            case "ENDING" -> Mark.WORRYING;
            case "SUPPORTED" -> Mark.GOOD;
            default -> Mark.ASIDE;
        };
    }

    private static String waysUpOfAll(Json host) {
        return host.list("items").stream()
                .map(SupportColumns::waysUp)
                .filter(ways -> !ways.isEmpty())
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private static String waysUp(Json item) {
        Stream<String> ways =
                item.list("waysUp").stream().map(way -> wayUp(way, item) + benefit(way));
        Stream<String> unasked =
                item.at("repositories").text("askedAt").isPresent()
                        ? Stream.empty()
                        : item.at("repositories").text("words").stream();
        return Stream.concat(ways, unasked).collect(Collectors.joining("; "));
    }

    private static String wayUp(Json way, Json item) {
        String version = way.text("version").orElse("");
        return switch (way.text("place").orElse("")) {
            case "ON_THIS_HOST" ->
                    version + way.text("path").map(path -> " at " + path).orElse(" here");
            case "IN_ITS_REPOSITORIES" ->
                    "%s is in its repositories (asked %s)"
                            .formatted(
                                    offer(way.at("offer"), version),
                                    day(item.at("repositories").text("askedAt").orElse("")));
            case "ON_ITS_KIND" ->
                    "%s as on %s of its kind, %s"
                            .formatted(
                                    version,
                                    way.text("hosts").orElse(""),
                                    way.text("example").orElse(""));
            default -> "system release " + version;
        };
    }

    /** Of a moment of the API, in UTC. */
    private static String day(String moment) {
        int time = moment.indexOf('T');
        return time < 0 ? moment : moment.substring(0, time);
    }

    private static String offer(Json offer, String version) {
        String name = offer.text("package").orElse("");
        return offer.holds("module") ? "module " + name + ":" + version : name + " " + version;
    }

    /** In brackets, as far as it is known. */
    private static String benefit(Json way) {
        Json benefit = way.at("benefit");
        List<String> parts = new ArrayList<>();
        benefit.text("days").ifPresent(days -> parts.add(days + " days more"));
        benefit.text("advisories")
                .filter(number -> !number.equals("0"))
                .ifPresent(number ->
                        parts.add(
                                "%s of %s advisories gone"
                                        .formatted(
                                                benefit.text("advisoriesGone").orElse("0"),
                                                number)));
        String applications =
                benefit.list("applications").stream()
                        .flatMap(name -> name.text().stream())
                        .collect(Collectors.joining(", "));
        if (!applications.isEmpty()) {
            parts.add("for " + applications);
        }
        return parts.isEmpty() ? "" : " [" + String.join(", ", parts) + "]";
    }
}
