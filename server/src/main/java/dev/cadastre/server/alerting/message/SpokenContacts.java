package dev.cadastre.server.alerting.message;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Of how a team is reached, what a person can use: not web-hooks, nor what steers telling. */
final class SpokenContacts {

    private static final Set<String> OTHERS = Set.of("escalation", "fallback");

    private SpokenContacts() {}

    static SortedMap<String, String> of(Map<String, String> contacts) {
        SortedMap<String, String> spoken = new TreeMap<>();
        contacts.forEach((key, value) -> {
            boolean steers =
                    key.startsWith("webhook")
                            || key.startsWith("escalate.")
                            || key.startsWith("remind.")
                            || OTHERS.contains(key);
            if (!steers && !value.isBlank()) {
                spoken.put(key, value);
            }
        });
        return spoken;
    }
}
