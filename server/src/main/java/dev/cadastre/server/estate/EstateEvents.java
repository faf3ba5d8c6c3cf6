package dev.cadastre.server.estate;

import dev.cadastre.ini.Problem;
import dev.cadastre.server.estate.EstateDiff.Action;
import dev.cadastre.server.estate.EstateDiff.Change;
import dev.cadastre.server.estate.EstateDiff.ValueChange;
import dev.cadastre.server.timeline.NewEvent;
import dev.cadastre.server.timeline.Timeline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Tells the timeline what changed in the declared estate. */
@Component
class EstateEvents {
    /** Above so many changes at once, each environment gets one event instead of each host. */
    static final int MOST_EVENTS = 1_000;

    private static final int MOST_VALUES = 50;
    private static final int LONGEST_VALUE = 200;

    private final Timeline timeline;
    private final JsonMapper json;

    EstateEvents(Timeline timeline, JsonMapper json) {
        this.timeline = timeline;
        this.json = json;
    }

    /** Appends the changes of hosts and environments, in the transaction of the caller. */
    void append(EstateDiff diff, String actor) {
        List<Change> changes =
                Stream.of(SectionKind.ENVIRONMENT, SectionKind.HOST)
                        .flatMap(kind -> diff.of(kind).stream())
                        .toList();
        if (changes.size() <= MOST_EVENTS) {
            changes.forEach(change -> timeline.append(event(change, actor)));
        } else {
            summaries(changes).forEach(event -> timeline.append(event(event, actor)));
        }
    }

    /** Appends that a file could not be applied, in the transaction of the caller. */
    void appendRefused(String file, List<Problem> problems) {
        Problem first = problems.stream().filter(Problem::isError).findFirst().orElseThrow();
        long errors = problems.stream().filter(Problem::isError).count();
        timeline.append(
                new NewEvent(
                        "environment:" + Environment.UNASSIGNED,
                        Environment.UNASSIGNED,
                        "estate.refused",
                        "The estate file was not applied: %s"
                                .formatted(
                                        errors == 1
                                                ? first.message()
                                                : errors
                                                        + " errors, the first: "
                                                        + first.message()),
                        json.writeValueAsString(
                                Map.of("file", file, "errors", errors, "first", first.toString())),
                        NewEvent.SYSTEM));
    }

    private NewEvent event(Change change, String actor) {
        String environment = change.environment();
        return new NewEvent(
                change.kind().word() + ":" + change.name(),
                environment == null ? Environment.UNASSIGNED : environment,
                "estate." + change.action().name().toLowerCase(Locale.ROOT),
                summary(change),
                json.writeValueAsString(detail(change)),
                actor);
    }

    private static String summary(Change change) {
        return switch (change.action()) {
            case ADDED -> "Declared";
            case REMOVED -> "No longer declared";
            case CHANGED ->
                    change.values().size() == 1
                            ? described(change.values().getFirst())
                            : change.values().size() + " declared values changed";
        };
    }

    private static String described(ValueChange value) {
        String before = shortened(value.before());
        String after = shortened(value.after());
        return "Declared value %s: %s → %s"
                .formatted(
                        value.key(),
                        before == null ? "none" : before,
                        after == null ? "none" : after);
    }

    private static Map<String, Object> detail(Change change) {
        List<Map<String, @Nullable String>> values = new ArrayList<>();
        for (ValueChange value : change.values().stream().limit(MOST_VALUES).toList()) {
            Map<String, @Nullable String> shown = new LinkedHashMap<>();
            shown.put("key", shortened(value.key()));
            shown.put("before", shortened(value.before()));
            shown.put("after", shortened(value.after()));
            values.add(shown);
        }
        return Map.of("values", values, "changedValues", change.values().size());
    }

    private static @Nullable String shortened(@Nullable String text) {
        return text == null || text.length() <= LONGEST_VALUE
                ? text
                : text.substring(0, LONGEST_VALUE) + "…";
    }

    private record Summary(String environment, Action action, long count) {}

    private static List<Summary> summaries(List<Change> changes) {
        Map<String, Map<Action, Long>> counts =
                changes.stream()
                        .collect(
                                Collectors.groupingBy(
                                        EstateEvents::environment,
                                        TreeMap::new,
                                        Collectors.groupingBy(
                                                Change::action,
                                                TreeMap::new,
                                                Collectors.counting())));
        List<Summary> summaries = new ArrayList<>();
        counts.forEach((environment, actions) ->
                actions.forEach(
                        (action, count) -> summaries.add(new Summary(environment, action, count))));
        return summaries;
    }

    private static String environment(Change change) {
        return change.environment() == null ? Environment.UNASSIGNED : change.environment();
    }

    private NewEvent event(Summary summary, String actor) {
        String action = summary.action().name().toLowerCase(Locale.ROOT);
        return new NewEvent(
                "environment:" + summary.environment(),
                summary.environment(),
                "estate." + action,
                "Declarations %s: %d".formatted(action, summary.count()),
                json.writeValueAsString(Map.of("count", summary.count())),
                actor);
    }
}
