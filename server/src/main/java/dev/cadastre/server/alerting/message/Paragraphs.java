package dev.cadastre.server.alerting.message;

import dev.cadastre.server.alerting.Affected;
import dev.cadastre.server.alerting.EarlierChange;
import dev.cadastre.server.alerting.Failure;
import dev.cadastre.server.alerting.Incident;
import dev.cadastre.server.alerting.IncidentStory;
import dev.cadastre.server.topology.AssetOwner;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What people read of an incident: what does not work since when, because of what, what changed
 * just before, whom it concerns, and whom to call.
 */
final class Paragraphs {

    static final int MOST_FAILURES = 5;
    static final int MOST_CHANGES = 5;
    private static final int MOST_NAMES = 10;
    private static final int MOST_CONTACTS = 10;

    private final Notice notice;
    private final IncidentStory story;
    private final Incident incident;

    private Paragraphs(Notice notice) {
        this.notice = notice;
        this.story = notice.story();
        this.incident = story.incident();
    }

    static List<Paragraph> of(Notice notice) {
        Paragraphs all = new Paragraphs(notice);
        List<Paragraph> paragraphs = new ArrayList<>();
        paragraphs.add(new Paragraph("", List.of(Line.of(all.incident.title()), all.standing())));
        paragraphs.add(new Paragraph("Because of", all.cause()));
        add(paragraphs, "What does not work", all.failures());
        add(paragraphs, "What changed just before", all.changes());
        add(paragraphs, "Whom it concerns", all.affected());
        paragraphs.add(new Paragraph("Whom to call", all.owner()));
        if (notice.page() != null) {
            paragraphs.add(new Paragraph("", List.of(notice.page().toASCIIString())));
        }
        paragraphs.add(new Paragraph("Why this is sent", List.of(Line.of(notice.reason()))));
        return paragraphs;
    }

    private static void add(List<Paragraph> paragraphs, String heading, List<String> lines) {
        if (!lines.isEmpty()) {
            paragraphs.add(new Paragraph(heading, lines));
        }
    }

    private String standing() {
        Instant resolved = incident.resolvedAt();
        String by = incident.acknowledgedBy();
        return switch (incident.state()) {
            case RESOLVED ->
                    resolved == null
                            ? "It is over."
                            : "It was over at %s, after %s%s."
                                    .formatted(
                                            Times.of(resolved),
                                            Times.span(incident.openedAt(), resolved),
                                            merged());
            case ACKNOWLEDGED ->
                    "%s looks after it."
                            .formatted(Line.of(Objects.requireNonNullElse(by, "Somebody")));
            case OPEN -> "Nobody looks after it yet.";
        };
    }

    private String merged() {
        Long into = incident.mergedInto();
        return into == null ? "" : ", and is because of incident " + into;
    }

    private List<String> cause() {
        return List.of(
                "%s in %s, since %s (%s), %s at worst"
                        .formatted(
                                Line.of(incident.cause()),
                                Line.of(incident.environment()),
                                Times.of(incident.openedAt()),
                                Times.span(incident.openedAt(), notice.at()),
                                incident.severity()));
    }

    private List<String> failures() {
        List<Failure> lasting =
                story.failures().stream().filter(one -> one.until() == null).toList();
        List<String> lines =
                new ArrayList<>(
                        lasting.stream().limit(MOST_FAILURES).map(Paragraphs::failure).toList());
        int more = incident.failures() - lines.size();
        if (more > 0 && !lines.isEmpty()) {
            lines.add("and %d more".formatted(more));
        }
        return lines;
    }

    private static String failure(Failure one) {
        return "%s: %s on %s since %s: %s"
                .formatted(
                        one.state(),
                        Line.of(one.name()),
                        Line.of(one.asset()),
                        Times.of(one.since()),
                        Line.of(one.output()));
    }

    private List<String> changes() {
        return story.before().stream().limit(MOST_CHANGES).map(Paragraphs::change).toList();
    }

    private static String change(EarlierChange one) {
        String way =
                one.distance() == 0 ? "" : ", by way of " + Line.of(String.join(" → ", one.path()));
        return "%s %s: %s, by %s%s%s"
                .formatted(
                        Times.of(one.at()),
                        Line.of(one.asset()),
                        Line.of(one.summary()),
                        Line.of(one.actor()),
                        way,
                        one.noticedAfter() ? " (noticed when it had failed already)" : "");
    }

    private List<String> affected() {
        Affected affected = story.affected();
        List<String> lines = new ArrayList<>();
        if (incident.unreachable() > 0) {
            lines.add(
                    "%d monitors cannot work because of it; they are not told of one by one"
                            .formatted(incident.unreachable()));
        }
        if (affected.assets() > 0) {
            lines.add("%d assets need what failed".formatted(affected.assets()));
        }
        names("applications: ", affected.apps(), lines);
        names("teams: ", affected.teams(), lines);
        return lines;
    }

    private static void names(String what, List<String> names, List<String> lines) {
        if (!names.isEmpty()) {
            String more = names.size() > MOST_NAMES ? " and more" : "";
            lines.add(
                    names.stream()
                            .limit(MOST_NAMES)
                            .map(Line::of)
                            .collect(Collectors.joining(", ", what, more)));
        }
    }

    private List<String> owner() {
        AssetOwner owner = story.owner();
        if (owner == null) {
            return List.of("Nobody is known to answer for it; an owner can be named on the map.");
        }
        List<String> lines = new ArrayList<>();
        lines.add("the team " + Line.of(owner.team()) + ". " + Line.of(owner.reason()));
        SpokenContacts.of(owner.contacts()).entrySet().stream()
                .limit(MOST_CONTACTS)
                .map(Paragraphs::contact)
                .forEach(lines::add);
        return lines;
    }

    private static String contact(Map.Entry<String, String> one) {
        return Line.of(one.getKey()) + ": " + Line.of(one.getValue());
    }
}
