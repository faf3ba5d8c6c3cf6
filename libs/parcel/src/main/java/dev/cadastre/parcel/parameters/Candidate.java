package dev.cadastre.parcel.parameters;

/**
 * A value of the right type that may or may not count.
 *
 * @param stated whose value
 * @param value what it is
 * @param layer where it is from
 * @param origin where it was written
 */
record Candidate(StatedParameter stated, Value value, String layer, Origin origin) {

    String name() {
        return stated.parameter().name();
    }

    OverriddenValue overridden() {
        return new OverriddenValue(value, layer, origin, stated.parameter().secret());
    }

    @Override
    public String toString() {
        return overridden().toString();
    }
}
