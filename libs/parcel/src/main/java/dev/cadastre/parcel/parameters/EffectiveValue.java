package dev.cadastre.parcel.parameters;

import java.util.List;

/**
 * The value that a parameter has, and why.
 *
 * @param parameter what it is the value of
 * @param value what counts
 * @param layer where it is from: the name of a layer, {@code default}, or what {@code from} says
 * @param origin where it was written
 * @param overridden what was given below it, the nearest first
 */
public record EffectiveValue(
        Parameter parameter,
        Value value,
        String layer,
        Origin origin,
        List<OverriddenValue> overridden) {

    /** What people see of a secret. */
    public static final String HIDDEN = "(secret)";

    /** Keeps a copy of what was overridden. */
    public EffectiveValue {
        overridden = List.copyOf(overridden);
    }

    /** As templates find it; of a secret, too. */
    public String text() {
        return value.text();
    }

    /** For people: the text, unless it is a secret. */
    public String shown() {
        return parameter.secret() ? HIDDEN : value.text();
    }

    @Override
    public String toString() {
        String name = parameter.name();
        String line = "%s = %s from %s (%s)".formatted(name, shown(), layer, origin);
        return overridden.isEmpty() ? line : line + ", instead of " + overridden;
    }
}
