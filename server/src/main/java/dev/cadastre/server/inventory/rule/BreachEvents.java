package dev.cadastre.server.inventory.rule;

import dev.cadastre.server.estate.Rule;
import dev.cadastre.server.timeline.NewEvent;
import dev.cadastre.server.timeline.Timeline;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Tells the timeline who began to breach a rule and who keeps it again. */
@Component
class BreachEvents {

    /** Above so many hosts at once, each environment gets one event instead of each host. */
    private static final int MOST_EVENTS = 1_000;

    private final BreachTable breaches;
    private final Timeline timeline;
    private final JsonMapper json;

    BreachEvents(BreachTable breaches, Timeline timeline, JsonMapper json) {
        this.breaches = breaches;
        this.timeline = timeline;
        this.json = json;
    }

    /** In the transaction of the caller. */
    void breached(String name, @Nullable Rule rule, RoaringBitmap hosts) {
        String description = rule == null ? null : rule.description();
        append(
                "rule.breached",
                description == null
                        ? "Breaches the rule %s".formatted(name)
                        : "Breaches the rule %s: %s".formatted(name, description),
                detail(name, rule),
                breaches.named(hosts));
    }

    /**
     * In the transaction of the caller. Of a host that was retired its retirement tells enough.
     *
     * @param rule null if there is none of that name any longer
     */
    void kept(String name, @Nullable Rule rule, RoaringBitmap hosts) {
        append(
                "rule.kept",
                rule == null
                        ? "The rule %s is no more".formatted(name)
                        : "Keeps the rule %s again".formatted(name),
                detail(name, rule),
                breaches.named(hosts).stream().filter(BreachTable.Named::living).toList());
    }

    private String detail(String name, @Nullable Rule rule) {
        Map<String, String> detail = new LinkedHashMap<>();
        detail.put("rule", name);
        if (rule != null) {
            detail.put("severity", rule.severity().name());
            detail.put("q", rule.q());
        }
        return json.writeValueAsString(detail);
    }

    private void append(String kind, String summary, String detail, List<BreachTable.Named> hosts) {
        if (hosts.size() <= MOST_EVENTS) {
            hosts.forEach(host ->
                    append("host:" + host.name(), host.environment(), kind, summary, detail));
            return;
        }
        hosts.stream()
                .collect(
                        Collectors.groupingBy(
                                BreachTable.Named::environment,
                                TreeMap::new,
                                Collectors.counting()))
                .forEach((environment, count) ->
                        append(
                                "environment:" + environment,
                                environment,
                                kind,
                                "%s: %d hosts".formatted(summary, count),
                                detail));
    }

    private void append(
            String asset, String environment, String kind, String summary, String detail) {
        timeline.append(new NewEvent(asset, environment, kind, summary, detail, NewEvent.SYSTEM));
    }
}
