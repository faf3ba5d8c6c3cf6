package dev.cadastre.server.storage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is to be written so that the open values of a subject become those that are wanted. */
final class IntervalPlan {

    private final IntervalChanges changes;

    private IntervalPlan(IntervalChanges changes) {
        this.changes = changes;
    }

    /** Values are alike if their texts are. */
    static IntervalPlan between(Map<String, String> open, Map<String, String> wanted) {
        Map<String, String> opened = new HashMap<>();
        Map<String, String> closed = new HashMap<>(open);
        Map<String, IntervalChanges.Change> changed = new HashMap<>();
        wanted.forEach((key, value) -> {
            String before = closed.remove(key);
            if (before == null) {
                opened.put(key, value);
            } else if (!before.equals(value)) {
                changed.put(key, new IntervalChanges.Change(before, value));
            }
        });
        return new IntervalPlan(new IntervalChanges(opened, closed, changed));
    }

    IntervalChanges changes() {
        return changes;
    }

    /** The keys whose open interval ends. */
    List<String> ending() {
        var keys = new ArrayList<>(changes.closed().keySet());
        keys.addAll(changes.changed().keySet());
        return keys;
    }

    /** The values whose interval begins, by key. */
    Map<String, String> beginning() {
        var values = new HashMap<>(changes.opened());
        changes.changed().forEach((key, change) -> values.put(key, change.to()));
        return values;
    }
}
