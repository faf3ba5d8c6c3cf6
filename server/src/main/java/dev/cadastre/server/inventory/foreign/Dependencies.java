package dev.cadastre.server.inventory.foreign;

import dev.cadastre.server.inventory.InvalidFeed;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Looks for circles in what a bill of materials says of who depends on whom. */
final class Dependencies {

    private static final int SHOWN = 5;

    private record Needed(String reference, String place) {}

    /** A reference on the way, and how far its own dependencies were followed. */
    private static final class Step {
        private final String reference;
        private final List<Needed> needed;
        private int next;

        Step(String reference, List<Needed> needed) {
            this.reference = reference;
            this.needed = needed;
        }

        @Nullable Needed next() {
            return next < needed.size() ? needed.get(next++) : null;
        }
    }

    private final Map<String, List<Needed>> needs;
    private final Set<String> done = new HashSet<>();
    private final Set<String> onTheWay = new HashSet<>();
    private final Deque<Step> way = new ArrayDeque<>();

    private Dependencies(Map<String, List<Needed>> needs) {
        this.needs = needs;
    }

    /**
     * Looks at the member {@code dependencies}.
     *
     * @throws InvalidFeed if it is mistyped, or something depends on itself
     */
    static void check(JsonNode list) {
        Map<String, List<Needed>> needs = new LinkedHashMap<>();
        for (int i = 0; i < list.size(); i++) {
            String place = "$.dependencies[" + i + "]";
            if (!list.get(i).isObject()) {
                throw new InvalidFeed(place, "It is not an object.");
            }
            needs.computeIfAbsent(
                            BomJson.required(list.get(i), "ref", place), _ -> new ArrayList<>())
                    .addAll(needed(list.get(i), place));
        }
        var dependencies = new Dependencies(needs);
        needs.keySet().forEach(dependencies::follow);
    }

    private static List<Needed> needed(JsonNode entry, String place) {
        JsonNode list = BomJson.list(entry, "dependsOn", place);
        List<Needed> needed = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            String at = place + ".dependsOn[" + i + "]";
            String reference = BomJson.text(list.get(i), at, BomJson.LONGEST_TEXT);
            if (reference != null) {
                needed.add(new Needed(reference, at));
            }
        }
        return needed;
    }

    /** Not by recursion: documents may be as long a chain as they like. */
    private void follow(String start) {
        enter(start);
        while (!way.isEmpty()) {
            Needed needed = way.element().next();
            if (needed == null) {
                String left = way.pop().reference;
                onTheWay.remove(left);
                done.add(left);
            } else if (onTheWay.contains(needed.reference())) {
                throw new InvalidFeed(needed.place(), "It is a circle: " + circle(needed) + ".");
            } else {
                enter(needed.reference());
            }
        }
    }

    private void enter(String reference) {
        if (!done.contains(reference)) {
            onTheWay.add(reference);
            way.push(new Step(reference, needs.getOrDefault(reference, List.of())));
        }
    }

    private String circle(Needed closing) {
        List<String> names = new ArrayList<>();
        names.add(closing.reference());
        for (Step step : way) {
            names.addFirst(step.reference);
            if (step.reference.equals(closing.reference())) {
                break;
            }
        }
        return names.size() <= SHOWN
                ? String.join(" → ", names)
                : String.join(" → ", names.subList(0, SHOWN - 1)) + " → … → " + names.getLast();
    }
}
