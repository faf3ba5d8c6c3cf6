package dev.cadastre.cli.parcel.trial;

import dev.cadastre.parcel.artefact.ParcelContents;
import dev.cadastre.parcel.definition.ParcelDefinition;
import dev.cadastre.parcel.definition.ReferringText;
import dev.cadastre.parcel.parameters.ParameterSchema;
import dev.cadastre.parcel.parameters.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/**
 * What tests are told of a parcel that nobody has deployed: its parameters' defaults, and an app
 * that is called like it on this host. Immutable.
 *
 * @param values by name
 */
record TrialValues(Map<String, String> values) {

    TrialValues {
        values = Map.copyOf(values);
    }

    static TrialValues of(ParcelContents contents) {
        ParcelDefinition definition = contents.definition();
        Map<String, String> values = new HashMap<>();
        values.put("app", definition.name());
        values.put("parcel", definition.name());
        values.put("version", definition.version());
        values.put("environment", "verify");
        values.put("host", "localhost");
        values.put("address", "127.0.0.1");
        for (ParameterSchema schema : contents.schemas()) {
            schema.parameters()
                    .values()
                    .forEach(parameter ->
                            parameter
                                    .defaultValue()
                                    .map(Value::text)
                                    .ifPresent(text -> values.put(parameter.name(), text)));
        }
        return new TrialValues(values);
    }

    /**
     * A text with these put in.
     *
     * @throws IllegalArgumentException if one has no value before a deployment
     */
    String in(ReferringText text) {
        TreeSet<String> missing = new TreeSet<>(text.references());
        missing.removeAll(values.keySet());
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException(
                    "%s has no value without a deployment".formatted(String.join(", ", missing)));
        }
        return text.with(values);
    }
}
