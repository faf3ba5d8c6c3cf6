package dev.cadastre.cli.verb;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.output.Column;
import dev.cadastre.cli.output.Mark;
import dev.cadastre.cli.output.Wording;
import java.util.List;
import java.util.stream.Collectors;

/** What the tables of the map show. */
final class MapColumns {

    static final List<Column> ASSETS =
            List.of(
                    Column.of("ASSET", "id"),
                    Column.of("TITLE", "title"),
                    Column.of("ENVIRONMENT", "environment"),
                    Column.word("PRESENCE", "presence").marked(MapColumns::presenceMark),
                    Column.of("PRODUCT", "product", "title"),
                    Column.of("OWNER", "owner", "team"),
                    Column.moment("SINCE", "since"));

    static final List<Column> ASSET =
            List.of(
                    Column.of("ASSET", "id"),
                    Column.of("TITLE", "title"),
                    Column.of("ENVIRONMENT", "environment"),
                    Column.word("LIFECYCLE", "lifecycle"),
                    Column.word("PRESENCE", "presence"),
                    Column.moment("SINCE", "since"),
                    Column.moment("FIRST SEEN", "firstSeen"),
                    Column.moment("LAST SEEN", "lastSeen"),
                    Column.of("PRODUCT", MapColumns::product),
                    Column.pairs("LABELS", "labels"),
                    Column.pairs("ATTRIBUTES", "attributes"),
                    Column.of("CALL", MapColumns::call),
                    Column.of("WHY", "owner", "reason"),
                    Column.of("FROM", "owner", "inheritedFrom"),
                    Column.of("CORRECTED", "corrected"));

    static final List<Column> RELATIONS =
            List.of(
                    Column.of("ASSET", "source"),
                    Column.word("RELATION", "type"),
                    Column.of("OTHER", "target"),
                    Column.word("STANDING", "standing").marked(MapColumns::standingMark),
                    Column.word("SIGHT", "sight"),
                    Column.moment("SINCE", "since"),
                    Column.of("CONFLICT", "conflict"));

    static final List<Column> NEEDS = ends("NEEDS");

    static final List<Column> NEEDED_BY = ends("NEEDED BY");

    static final List<Column> CHANGES =
            List.of(
                    Column.of("CHANGE", "change")
                            .marked(row ->
                                    text(row, "change").equals("added") ? Mark.GOOD : Mark.BAD),
                    Column.of("ASSET", "asset"),
                    Column.of("RELATION", "relation"),
                    Column.of("OTHER", "other"));

    static final List<Column> FALLEN =
            List.of(
                    Column.of("STOPS", "asset"),
                    Column.of("TITLE", "title"),
                    Column.of("ENVIRONMENT", "environment"),
                    Column.of("OWNER", "owner"),
                    Column.of("PATH", fallen -> path(fallen, "path")));

    static final List<Column> REDUCED =
            List.of(
                    Column.of("GOES ON", "asset"),
                    Column.of("ENVIRONMENT", "environment"),
                    Column.of("OWNER", "owner"),
                    Column.of("WITHOUT", "lost"),
                    Column.of("BY", "left"));

    static final List<Column> OWNERS =
            List.of(
                    Column.of("CALL", owner -> owner.text("team").orElse("nobody is named"))
                            .marked(owner ->
                                    owner.text("team").isPresent() ? Mark.NONE : Mark.WORRYING),
                    Column.of("STOPS", "assets"),
                    Column.of("GOES ON", "reduced"),
                    Column.pairs("CONTACTS", "contacts"));

    static final List<Column> SINGLE_POINTS =
            List.of(
                    Column.of("ASSET", "asset"),
                    Column.of("TITLE", "title"),
                    Column.of("ENVIRONMENT", "environment"),
                    Column.of("STOPS", "fallen"),
                    Column.of("APPS", "apps"));

    static final List<Column> CYCLES =
            List.of(Column.of("NEEDS ITSELF", cycle -> path(cycle, "assets")));

    private MapColumns() {}

    private static List<Column> ends(String title) {
        return List.of(
                Column.of(title, "other"),
                Column.word("RELATION", "type"),
                Column.word("STANDING", "standing").marked(MapColumns::standingMark),
                Column.moment("SINCE", "since"),
                Column.of("EVIDENCE", MapColumns::evidence));
    }

    private static String product(Json asset) {
        Json product = asset.at("product");
        return product.text("title")
                .map(title ->
                        "%s (%s, %s): %s"
                                .formatted(
                                        title,
                                        text(product, "role"),
                                        word(product, "certainty"),
                                        text(product, "reason")))
                .orElse("");
    }

    private static String call(Json asset) {
        return asset.text("owner", "team")
                .map(team -> {
                    String contacts = Wording.pairs(asset.at("owner", "contacts"));
                    return contacts.isEmpty() ? team : team + ": " + contacts;
                })
                .orElse("nobody is named");
    }

    private static String evidence(Json relation) {
        return relation.list("evidence").stream()
                .map(MapColumns::one)
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private static String one(Json evidence) {
        String by = text(evidence, "by");
        String address = text(evidence, "address");
        if (address.isEmpty()) {
            return "%s of %s".formatted(word(evidence, "source"), by);
        }
        String process =
                evidence.text("process").or(() -> evidence.text("account")).orElse("a process");
        String host = address.indexOf(':') < 0 ? address : "[" + address + "]";
        return "%s on %s with %s, service at %s, in %s reports"
                .formatted(process, by, host, text(evidence, "port"), text(evidence, "count"));
    }

    private static String path(Json item, String name) {
        return item.list(name).stream().map(Wording::of).collect(Collectors.joining(" > "));
    }

    private static String word(Json item, String name) {
        return Wording.word(text(item, name));
    }

    private static String text(Json item, String name) {
        return item.text(name).orElse("");
    }

    private static Mark presenceMark(Json asset) {
        return switch (text(asset, "presence")) {
            case "GONE" -> Mark.BAD;
            case "STALE" -> Mark.WORRYING;
            case "CLAIMED", "DECLARED" -> Mark.ASIDE;
            default -> Mark.NONE;
        };
    }

    private static Mark standingMark(Json relation) {
        return switch (text(relation, "standing")) {
            case "EARLIER", "DENIED" -> Mark.ASIDE;
            case "OCCASIONAL" -> Mark.WORRYING;
            default -> Mark.NONE;
        };
    }
}
