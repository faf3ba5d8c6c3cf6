package dev.cadastre.server.change.apps;

import dev.cadastre.parcel.definition.ParcelDefinition;
import dev.cadastre.parcel.definition.ReferringText;
import dev.cadastre.parcel.definition.TestDefinition;
import dev.cadastre.server.monitoring.definition.Draft;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What is to be watched of an app: its tests, and the monitors of its parcel, on each of its hosts.
 * Pure.
 *
 * @param app the app's name
 * @param definition of its parcel
 * @param tests the texts of the parcel's tests, by the test's name
 * @param secrets values that no monitor may have in it, since anybody reads those
 */
record AppWatch(
        String app, ParcelDefinition definition, Map<String, String> tests, Set<String> secrets) {

    private static final String NEVER = "never";

    /**
     * One monitor.
     *
     * @param name of its definition
     * @param draft what it is
     */
    record Watched(String name, Draft draft) {}

    /** Takes the name of what cannot be watched, and why. */
    @FunctionalInterface
    interface Unwatched {
        void tell(String name, String reason);
    }

    /** All of a host, in the order of their names. */
    List<Watched> on(String host, Map<String, String> values, Unwatched unwatched) {
        List<Watched> all = new ArrayList<>();
        definition.tests().values().stream()
                .filter(test -> tests.containsKey(test.name()))
                .forEach(test -> add(test.name(), () -> test(test, host, values), all, unwatched));
        definition
                .monitors()
                .forEach((name, keys) ->
                        add(
                                name,
                                () -> Optional.of(monitor(name, keys, host, values)),
                                all,
                                unwatched));
        return all;
    }

    /** One that refers to a parameter without a value is none, and the others are all the same. */
    private void add(
            String name, Supplier<Optional<Watched>> made, List<Watched> all, Unwatched unwatched) {
        try {
            Optional<Watched> one = made.get();
            if (one.filter(Predicate.not(this::isOpen)).isPresent()) {
                unwatched.tell(name, "a secret is in it, which anybody could read");
            } else {
                one.ifPresent(all::add);
            }
        } catch (IllegalArgumentException e) {
            unwatched.tell(name, Objects.requireNonNullElse(e.getMessage(), "it has no value"));
        }
    }

    private boolean isOpen(Watched watched) {
        return watched.draft().values().values().stream()
                .noneMatch(value -> secrets.stream().anyMatch(value::contains));
    }

    /** Empty if it is never run. */
    private Optional<Watched> test(TestDefinition test, String host, Map<String, String> values) {
        String every = test.every().with(values);
        if (every.equals(NEVER)) {
            return Optional.empty();
        }
        Map<String, String> keys = new HashMap<>();
        keys.put(Draft.ASSET, asset(host));
        keys.put(Draft.KIND, "test");
        keys.put(Draft.TEST, test.name());
        keys.put(Draft.INTERVAL, every);
        keys.put(Draft.TIMEOUT, test.timeout().with(values));
        put(keys, "arguments", test.arguments().with(values));
        put(keys, "as", test.as().with(values));
        return Optional.of(
                new Watched(
                        // A path below tests/ may have parts, and a name has none.
                        test.name().replace('/', '.'),
                        new Draft(literal(keys), List.of(), tests.get(test.name()))));
    }

    private Watched monitor(
            String name,
            SortedMap<String, ReferringText> keys,
            String host,
            Map<String, String> values) {
        Map<String, String> with = new HashMap<>();
        keys.forEach((key, text) -> with.put(key, text.with(values)));
        with.putIfAbsent(Draft.ASSET, asset(host));
        return new Watched(name, Draft.ofSection(literal(with), null));
    }

    private String asset(String host) {
        return "daemon:%s@%s".formatted(app, host);
    }

    private static void put(Map<String, String> keys, String key, String value) {
        if (!value.isEmpty()) {
            keys.put(key, value);
        }
    }

    /** What was put in is a value, and refers to nothing of the estate. */
    private static Map<String, String> literal(Map<String, String> keys) {
        Map<String, String> literal = new HashMap<>();
        keys.forEach((key, value) -> literal.put(key, value.replace("$", "$$")));
        return literal;
    }
}
