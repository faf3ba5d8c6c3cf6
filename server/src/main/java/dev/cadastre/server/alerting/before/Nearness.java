package dev.cadastre.server.alerting.before;

import dev.cadastre.server.alerting.EarlierChange;
import dev.cadastre.server.timeline.TimelineEvent;
import dev.cadastre.server.topology.impact.NeededAsset;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Ranks what changed by how near it is to a failure, in time and on the map. What is a quarter of
 * an hour away weighs as what is one relation away does:
 *
 * <pre>farness = (1 + minutes between change and failure / 15) × (1 + relations between them)</pre>
 *
 * The least far comes first. A change that a report noticed after the failure began may have
 * happened before, and its distance in time is to when it was noticed; any other that came after it
 * is left out. Pure.
 */
final class Nearness {

    /**
     * What a change may be that matters to whether something works, by what its kind begins with.
     */
    static final Set<String> TOPICS =
            Set.of(
                    "packages",
                    "daemons",
                    "services",
                    "runtimes",
                    "facts",
                    "sbom",
                    "host",
                    "estate",
                    "map",
                    "asset",
                    "relation",
                    "correction",
                    "deployment",
                    "run");

    /** What is known by reports only, and therefore some time after it happened. */
    private static final Set<String> NOTICED =
            Set.of("packages", "daemons", "runtimes", "facts", "sbom");

    private static final int MOST = 20;
    private static final double MINUTES_AS_A_RELATION = 15;
    private static final double MILLIS_IN_A_MINUTE = Duration.ofMinutes(1).toMillis();

    private Nearness() {}

    private record Ranked(NearChange change, double farness) {}

    /**
     * The nearest, the most likely first.
     *
     * @param began when the failure began
     * @param near the cause and what it needs
     */
    static List<NearChange> of(Instant began, List<NeededAsset> near, List<TimelineEvent> events) {
        Map<String, NeededAsset> byName = new HashMap<>();
        near.forEach(one -> byName.put(one.name(), one));
        List<Ranked> ranked = new ArrayList<>();
        for (TimelineEvent event : events) {
            NeededAsset asset = byName.get(event.asset());
            if (asset != null && mayMatter(event, began)) {
                ranked.add(
                        new Ranked(
                                near(event, asset, began, byName),
                                farness(event.at(), began, asset.distance())));
            }
        }
        ranked.sort(
                Comparator.comparingDouble(Ranked::farness)
                        .thenComparing(
                                (Ranked one) -> one.change().change().event(),
                                Comparator.reverseOrder()));
        return ranked.stream().limit(MOST).map(Ranked::change).toList();
    }

    private static boolean mayMatter(TimelineEvent event, Instant began) {
        String topic = topic(event.kind());
        return TOPICS.contains(topic) && (!event.at().isAfter(began) || NOTICED.contains(topic));
    }

    private static String topic(String kind) {
        int point = kind.indexOf('.');
        return point < 0 ? kind : kind.substring(0, point);
    }

    static double farness(Instant at, Instant began, int distance) {
        double minutes = Duration.between(at, began).abs().toMillis() / MILLIS_IN_A_MINUTE;
        return (1 + minutes / MINUTES_AS_A_RELATION) * (1 + distance);
    }

    private static NearChange near(
            TimelineEvent event,
            NeededAsset asset,
            Instant began,
            Map<String, NeededAsset> byName) {
        Set<String> environments = new HashSet<>(Set.of(event.environment()));
        for (String name : asset.path()) {
            NeededAsset on = byName.get(name);
            if (on != null && on.environment() != null) {
                environments.add(on.environment());
            }
        }
        return new NearChange(
                new EarlierChange(
                        event.id(),
                        event.at(),
                        event.asset(),
                        event.kind(),
                        event.summary(),
                        event.actor(),
                        asset.distance(),
                        asset.path(),
                        event.at().isAfter(began)),
                environments);
    }
}
