package dev.cadastre.server.inventory;

import dev.cadastre.server.inventory.HostDifference.Change;
import dev.cadastre.server.storage.IntervalChanges;
import dev.cadastre.server.storage.Intervals;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Brings what is stored of a host's state in line with what a report tells. */
@Component
class StateApplication {

    private final Intervals intervals;

    StateApplication(Intervals intervals) {
        this.intervals = intervals;
    }

    /** Empty if nothing changed. */
    Optional<ChangeText> apply(
            StateDomain domain,
            int host,
            Map<String, String> told,
            ReportSections sections,
            Instant now) {
        IntervalChanges changes =
                intervals.apply(
                        domain.table(), host, open -> wanted(domain, open, told, sections), now);
        return changes.none() ? Optional.empty() : Optional.of(text(domain, changes));
    }

    /** What is told, and of what lasts that whose section does not end it. */
    static Map<String, String> wanted(
            StateDomain domain,
            Map<String, String> open,
            Map<String, String> told,
            ReportSections sections) {
        Map<String, String> wanted = new HashMap<>(told);
        open.forEach((key, value) -> {
            if (!told.containsKey(key) && !sections.ends(domain.section(value))) {
                wanted.put(key, value);
            }
        });
        return wanted;
    }

    private static ChangeText text(StateDomain domain, IntervalChanges changes) {
        List<ChangeText.Line> lines = new ArrayList<>();
        changes.changed()
                .forEach((key, change) ->
                        lines.add(
                                new ChangeText.Line(
                                        Change.CHANGED,
                                        key,
                                        domain.text(change.from()),
                                        domain.text(change.to()),
                                        Map.of())));
        changes.opened()
                .forEach((key, value) ->
                        lines.add(
                                new ChangeText.Line(
                                        Change.ADDED, key, null, domain.text(value), Map.of())));
        changes.closed()
                .forEach((key, value) ->
                        lines.add(
                                new ChangeText.Line(
                                        Change.REMOVED, key, domain.text(value), null, Map.of())));
        return new ChangeText(domain.event(), domain.one(), domain.many(), lines);
    }
}
