package dev.cadastre.server.inventory;

import dev.cadastre.probe.SectionOutcome;
import dev.cadastre.probe.SectionOutcome.Status;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/**
 * How the sections that a source told of a host went, by section.
 *
 * @param outcomes is not changed by others afterwards
 */
record ToldSections(SortedMap<String, Outcome> outcomes) {

    static final ToldSections NONE = new ToldSections(Collections.emptySortedMap());

    private static final TypeReference<SortedMap<String, Outcome>> OTHERS =
            new TypeReference<>() {};

    /**
     * How one went.
     *
     * @param reason what was wrong with it, null if nothing
     */
    record Outcome(Status status, @Nullable String reason) {

        private boolean plain(Status wanted) {
            return status == wanted && reason == null;
        }

        private boolean remarkable() {
            return !plain(Status.COLLECTED) && !plain(Status.ABSENT);
        }
    }

    /** As they are stored. */
    static ToldSections of(String[] collected, String[] absent, String others) {
        SortedMap<String, Outcome> outcomes = StateJson.read(others, OTHERS);
        for (String section : collected) {
            outcomes.put(section, new Outcome(Status.COLLECTED, null));
        }
        for (String section : absent) {
            outcomes.put(section, new Outcome(Status.ABSENT, null));
        }
        return new ToldSections(outcomes);
    }

    /** What a report tells; what is unchanged in it went as it did before, if it was told. */
    ToldSections then(Collection<SectionOutcome> report) {
        SortedMap<String, Outcome> now = new TreeMap<>();
        for (SectionOutcome told : report) {
            String section = Bounded.text(told.section().name(), Bounded.NAME);
            if (told.status() != Status.UNCHANGED) {
                now.putIfAbsent(
                        section,
                        new Outcome(told.status(), Bounded.optional(told.reason(), Bounded.VALUE)));
            } else if (outcomes.containsKey(section)) {
                now.putIfAbsent(section, outcomes.get(section));
            }
        }
        return new ToldSections(now);
    }

    /** The sections that were collected, and nothing is to be said about. */
    String[] collected() {
        return plain(Status.COLLECTED);
    }

    /** The sections of what the host does not have. */
    String[] absent() {
        return plain(Status.ABSENT);
    }

    private String[] plain(Status status) {
        return outcomes.entrySet().stream()
                .filter(section -> section.getValue().plain(status))
                .map(Map.Entry::getKey)
                .toArray(String[]::new);
    }

    /** All other sections, as JSON. */
    String others() {
        SortedMap<String, Outcome> others = new TreeMap<>(outcomes);
        others.values().removeIf(outcome -> !outcome.remarkable());
        return StateJson.write(others);
    }
}
