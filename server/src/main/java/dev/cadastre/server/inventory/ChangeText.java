package dev.cadastre.server.inventory;

import dev.cadastre.server.inventory.HostDifference.Change;
import dev.cadastre.server.timeline.NewEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells people and programs in an event what changed, within bounds whatever a host sends. */
final class ChangeText {

    /** The most changes that an event's detail lists. */
    static final int LISTED = 100;

    private static final int NAMED = 3;
    private static final int PART = 200;

    /**
     * One change, to be listed.
     *
     * @param about further components for programs, such as a package's type
     */
    record Line(
            Change change,
            String name,
            @Nullable String from,
            @Nullable String to,
            Map<String, String> about) {

        private String text() {
            return switch (change) {
                case ADDED -> to == null || to.isEmpty() ? name : name + " " + to;
                case REMOVED -> from == null || from.isEmpty() ? name : name + " " + from;
                case CHANGED -> name + " " + from + " → " + to;
            };
        }

        private Map<String, @Nullable Object> listed() {
            Map<String, @Nullable Object> listed = new LinkedHashMap<>();
            listed.put("change", change);
            listed.put("name", Bounded.text(name, PART));
            about.forEach((key, value) -> listed.put(key, Bounded.text(value, PART)));
            if (from != null) {
                listed.put("from", Bounded.text(from, PART));
            }
            if (to != null) {
                listed.put("to", Bounded.text(to, PART));
            }
            return listed;
        }
    }

    private final String kind;
    private final String one;
    private final String many;
    private final List<Line> lines;

    /**
     * @param kind the event's kind
     * @param one what is changed, if there is one
     * @param many what is changed, if there are several
     */
    ChangeText(String kind, String one, String many, List<Line> lines) {
        this.kind = kind;
        this.one = one;
        this.many = many;
        this.lines = List.copyOf(lines);
    }

    Acceptance.SectionChange change() {
        return new Acceptance.SectionChange(
                kind, count(Change.ADDED), count(Change.REMOVED), count(Change.CHANGED), summary());
    }

    /** {@code 2 packages changed: a 1 → 2, b 3 → 4; 1 package added: c 1}. */
    String summary() {
        List<String> clauses = new ArrayList<>();
        clause(Change.CHANGED, "changed", clauses);
        clause(Change.ADDED, "added", clauses);
        clause(Change.REMOVED, "removed", clauses);
        return String.join("; ", clauses);
    }

    /** A JSON object with counts and the first changes. */
    String detail() {
        for (int listed = Math.min(LISTED, lines.size()); ; listed /= 2) {
            String detail = detail(listed);
            if (detail.length() <= NewEvent.DETAIL_LIMIT) {
                return detail;
            }
        }
    }

    private String detail(int listed) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("added", count(Change.ADDED));
        detail.put("removed", count(Change.REMOVED));
        detail.put("changed", count(Change.CHANGED));
        detail.put("items", lines.stream().limit(listed).map(Line::listed).toList());
        detail.put("more", lines.size() - listed);
        return StateJson.write(detail);
    }

    private void clause(Change change, String verb, List<String> clauses) {
        int count = count(change);
        if (count == 0) {
            return;
        }
        List<String> named =
                lines.stream()
                        .filter(line -> line.change() == change)
                        .limit(NAMED)
                        .map(line -> Bounded.text(line.text(), PART))
                        .toList();
        clauses.add(
                count
                        + " "
                        + (count == 1 ? one : many)
                        + " "
                        + verb
                        + ": "
                        + String.join(", ", named)
                        + (count > NAMED ? ", …" : ""));
    }

    private int count(Change change) {
        return (int) lines.stream().filter(line -> line.change() == change).count();
    }
}
