package dev.cadastre.parcel.parameters;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A parameter that is not what it was.
 *
 * @param name of the parameter
 * @param before what it was, as people may see it; empty if it had no value
 * @param after what it is, likewise
 * @param secret whether it is, or was, one: then neither is shown
 */
public record ParameterDifference(
        String name, Optional<String> before, Optional<String> after, boolean secret) {

    /** All that differ, by their names. That a value comes from elsewhere is no difference. */
    public static List<ParameterDifference> between(ParameterValues before, ParameterValues after) {
        SortedSet<String> names = new TreeSet<>(before.values().keySet());
        names.addAll(after.values().keySet());
        List<ParameterDifference> differences = new ArrayList<>();
        for (String name : names) {
            EffectiveValue was = before.values().get(name);
            EffectiveValue is = after.values().get(name);
            if (!Objects.equals(text(was), text(is))) {
                differences.add(difference(name, was, is));
            }
        }
        return List.copyOf(differences);
    }

    private static @Nullable String text(@Nullable EffectiveValue value) {
        return value == null ? null : value.text();
    }

    private static ParameterDifference difference(
            String name, @Nullable EffectiveValue was, @Nullable EffectiveValue is) {
        boolean secret = isSecret(was) || isSecret(is);
        return new ParameterDifference(name, shown(was, secret), shown(is, secret), secret);
    }

    private static boolean isSecret(@Nullable EffectiveValue value) {
        return value != null && value.parameter().secret();
    }

    private static Optional<String> shown(@Nullable EffectiveValue value, boolean secret) {
        return Optional.ofNullable(value)
                .map(known -> secret ? EffectiveValue.HIDDEN : known.text());
    }

    /** {@code http.port: 8000 → 8081}. */
    @Override
    public String toString() {
        return "%s: %s → %s".formatted(name, before.orElse("none"), after.orElse("none"));
    }
}
