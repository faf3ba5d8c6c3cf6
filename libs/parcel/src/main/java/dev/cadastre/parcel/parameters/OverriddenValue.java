package dev.cadastre.parcel.parameters;

/**
 * A value that does not count, because a higher layer has another.
 *
 * @param value what it would be
 * @param layer where it is from
 * @param origin where it was written
 * @param secret whether nobody is to see it
 */
public record OverriddenValue(Value value, String layer, Origin origin, boolean secret) {

    /** For people: the text, unless it is a secret. */
    public String shown() {
        return secret ? EffectiveValue.HIDDEN : value.text();
    }

    @Override
    public String toString() {
        return "%s from %s (%s)".formatted(shown(), layer, origin);
    }
}
