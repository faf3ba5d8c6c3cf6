package dev.cadastre.parcel.parameters;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the parameters of one app are on one host. They fit all schemas. Immutable.
 *
 * @param values by the names of parameters; those that have no value are not in it
 */
public record ParameterValues(SortedMap<String, EffectiveValue> values) {

    /** Keeps a copy. */
    public ParameterValues {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /** The value of a parameter; empty if it has none, or there is no such parameter. */
    public Optional<EffectiveValue> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** What templates and changes find; secrets are in it as they are. */
    public SortedMap<String, String> texts() {
        SortedMap<String, String> texts = new TreeMap<>();
        values.forEach((name, value) -> texts.put(name, value.text()));
        return texts;
    }

    /** A line for each, without secrets. */
    @Override
    public String toString() {
        return values.values().stream()
                .map(EffectiveValue::toString)
                .collect(Collectors.joining("\n"));
    }
}
