package dev.cadastre.cli.manual;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.json.JsonObject;
import dev.cadastre.cli.output.Column;
import dev.cadastre.cli.output.Format;
import dev.cadastre.cli.server.Failure;
import dev.cadastre.cli.session.Session;
import dev.cadastre.manual.Found;
import dev.cadastre.manual.Group;
import dev.cadastre.manual.Manual;
import dev.cadastre.manual.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The chapters that came with this program, and the documents that they refer to. */
public final class Chapters {

    private static final List<Column> LISTED =
            List.of(
                    Column.of("NAME", "name"),
                    Column.of("FOR", "for"),
                    Column.telling("ABOUT", Chapters::about));
    private static final List<Column> FOUND =
            List.of(
                    Column.of("NAME", "name"),
                    Column.of("HEADING", "heading"),
                    Column.of("TEXT", "text"));

    /** What stands behind a language is for the manual's own tests. */
    private static final Pattern FENCE = Pattern.compile("(?m)^(```\\w+) .*$");

    private final Session session;
    private final Manual manual = Manual.shipped();

    /** Those that a session prints. */
    public Chapters(Session session) {
        this.session = session;
    }

    /** The names of all chapters. */
    public List<String> names() {
        return manual.chapters().stream().map(Page::name).toList();
    }

    /**
     * Prints what there is to read by who reads it, and behind it the apps that have a manual.
     *
     * @param apps with their {@code name}, {@code parcel} and {@code version}, and {@code at}, when
     *     that was copied
     */
    public void list(List<Json> apps) {
        List<Json> items = new ArrayList<>();
        for (Group group : manual.groups()) {
            group.entries().forEach(entry -> items.add(item(group, entry)));
        }
        apps.forEach(app -> items.add(item(app)));
        session.printer().list(answer(items), LISTED);
    }

    private static Json answer(List<Json> items) {
        return new JsonObject().with("items", new Json.Items(items)).json();
    }

    private static Json item(Group group, Group.Entry entry) {
        return new JsonObject()
                .with("name", entry.page().name())
                .with("for", group.reader().toLowerCase(Locale.ROOT))
                .with("title", entry.page().title())
                .json();
    }

    private static Json item(Json app) {
        return new JsonObject()
                .with("name", app.text("name").orElse(""))
                .with("for", "app")
                .with("parcel", app.text("parcel").orElse(""))
                .with("version", app.text("version").orElse(""))
                .with("at", app.text("at").orElse(null))
                .json();
    }

    private static String about(Json item, UnaryOperator<String> moments) {
        return item.text("title")
                .orElseGet(() ->
                        item.text("parcel").orElse("")
                                + " "
                                + item.text("version").orElse("")
                                + item.text("at")
                                        .map(at -> ", a copy of " + moments.apply(at))
                                        .orElse(""));
    }

    /**
     * A chapter or a document in Markdown.
     *
     * @throws Failure if none goes by that name
     */
    public String text(String name) {
        return manual.page(name)
                .map(page -> FENCE.matcher(page.text()).replaceAll("$1"))
                .orElseThrow(() ->
                        new Failure(
                                Failure.Kind.NO,
                                "The manual has no chapter " + name,
                                "`cadastre manual` lists all, `cadastre manual --search "
                                        + name
                                        + "` looks into them. Apps are written as shop@qa."));
    }

    /** Prints the parts that have all these words, the best first; whether there are any. */
    public boolean search(String words) {
        List<Json> parts =
                manual.search(words).stream()
                        .flatMap(found -> found.parts().stream().map(part -> item(found, part)))
                        .toList();
        if (session.printer().format() == Format.TABLE) {
            parts.forEach(this::print);
        } else {
            session.printer().list(answer(parts), FOUND);
        }
        if (parts.isEmpty()) {
            session.remark("No part of the manual has all of these words.");
        }
        return !parts.isEmpty();
    }

    private static Json item(Found found, Found.Part part) {
        return new JsonObject()
                .with("name", found.page().name())
                .with("heading", text(part.heading()))
                .with("anchor", part.anchor())
                .with("text", text(part.excerpt()))
                .json();
    }

    private static String text(List<Found.Piece> pieces) {
        return pieces.stream().map(Found.Piece::text).collect(Collectors.joining());
    }

    /** An excerpt is longer than what goes beside its heading. */
    private void print(Json part) {
        String name = part.text("name").orElse("");
        session.printer().line(name + ": " + part.text("heading").orElse(""));
        part.text("text")
                .filter(text -> !text.isBlank())
                .ifPresent(text -> session.printer().line("    " + text));
    }
}
