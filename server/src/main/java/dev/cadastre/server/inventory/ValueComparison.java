package dev.cadastre.server.inventory;

import dev.cadastre.server.inventory.HostDifference.Change;
import dev.cadastre.server.inventory.HostDifference.ValueDifference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Finds which values came, went or changed. */
final class ValueComparison {

    private ValueComparison() {}

    /** The differences by name. */
    static List<ValueDifference> between(Map<String, String> before, Map<String, String> after) {
        SortedSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        List<ValueDifference> differences = new ArrayList<>();
        for (String name : names) {
            String from = before.get(name);
            String to = after.get(name);
            if (from == null) {
                differences.add(new ValueDifference(Change.ADDED, name, null, to));
            } else if (to == null) {
                differences.add(new ValueDifference(Change.REMOVED, name, from, null));
            } else if (!from.equals(to)) {
                differences.add(new ValueDifference(Change.CHANGED, name, from, to));
            }
        }
        return differences;
    }
}
