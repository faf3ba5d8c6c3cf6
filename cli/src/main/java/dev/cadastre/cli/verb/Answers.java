package dev.cadastre.cli.verb;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.output.Column;
import dev.cadastre.cli.output.Format;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Waits for what hosts answer to a question that the server puts to them. */
final class Answers {

    private static final int PART = 1000;

    private final Session session;
    private final String questions;
    private final List<Column> columns;
    private final List<Json> items = new ArrayList<>();

    /** Of questions at that path of the API. */
    Answers(Session session, String questions, List<Column> columns) {
        this.session = session;
        this.questions = questions;
        this.columns = columns;
    }

    List<Json> items() {
        return items;
    }

    /** Reads answers as they come, until all have; the last part's members with all items. */
    Json await(Json begun) throws InterruptedException {
        Path path = Path.of(questions, begun.text("id").orElse("")).with("limit", PART);
        Json part = session.server().read(path);
        take(part);
        while (part.text("next").isPresent()) {
            session.progress(
                    "%s of %s hosts have answered"
                            .formatted(
                                    part.text("done").orElse("0"), part.text("total").orElse("0")));
            if (part.list("items").isEmpty()) {
                session.surroundings().pause().take();
            }
            part = session.server().read(path.with("after", part.text("next").orElse(null)));
            take(part);
        }
        session.progress("");
        Map<String, Json> members = new LinkedHashMap<>();
        if (part instanceof Json.Members(var values)) {
            members.putAll(values);
        }
        members.put("items", new Json.Items(items));
        return new Json.Members(members);
    }

    /** Programs that read line by line need not wait for the last host. */
    private void take(Json part) {
        items.addAll(part.list("items"));
        if (session.printer().format() == Format.NDJSON) {
            session.printer().items(part, part.list("items"), columns);
            session.surroundings().out().flush();
        }
    }

    /** Prints them, in tables with the lines that each item becomes. */
    void print(Json answers, Function<Json, List<Json>> lines) {
        switch (session.printer().format()) {
            case JSON -> session.printer().items(answers, items, columns);
            case NDJSON -> {}
            case TABLE, CSV, NAMES ->
                    session.printer()
                            .items(
                                    answers,
                                    items.stream()
                                            .flatMap(item -> lines.apply(item).stream())
                                            .toList(),
                                    columns);
        }
    }

    /** Says so if no host was asked, or some could not be; whether all have answered. */
    boolean complete() {
        if (items.isEmpty()) {
            session.remark("No host matches.");
            return false;
        }
        long unasked = items.stream().filter(Answers::isUnasked).count();
        if (unasked > 0) {
            session.remark("%d of %d could not be asked.".formatted(unasked, items.size()));
        }
        return unasked == 0;
    }

    static boolean isUnasked(Json item) {
        return switch (item.text("state").orElse("")) {
            case "NOTHING_KNOWN", "NO_ADDRESS", "UNREACHABLE", "GARBLED" -> true;
            default -> false;
        };
    }
}
