package dev.cadastre.server.parcels.app;

import dev.cadastre.parcel.artefact.ParcelContents;
import dev.cadastre.parcel.parameters.EffectiveValue;
import dev.cadastre.parcel.parameters.Given;
import dev.cadastre.parcel.parameters.Layer;
import dev.cadastre.parcel.parameters.Layers;
import dev.cadastre.parcel.parameters.ParameterSchema;
import dev.cadastre.parcel.parameters.ParameterValues;
import dev.cadastre.parcel.parameters.ParameterValuesReading;
import dev.cadastre.parcel.parameters.Sources;
import dev.cadastre.parcel.parameters.Value;
import dev.cadastre.server.estate.EstateSection;
import dev.cadastre.server.estate.HostView;
import dev.cadastre.server.parcels.ParcelProblem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The values of an app's parameters on its hosts. Pure, except for what its sources make anew. */
final class DraftValues {

    private final String prefix;
    private final List<ParameterSchema> schemas;
    private final List<Layer> given;
    private final Set<ParcelProblem> problems = new LinkedHashSet<>();

    /**
     * Of one app.
     *
     * @param app its name, which stands before its parameters in the estate
     * @param given by files and the command line
     */
    DraftValues(String app, ParcelContents contents, List<Layer> given) {
        this.prefix = app + ".";
        this.schemas = contents.schemas().reversed();
        this.given = List.copyOf(given);
    }

    /** All that is wrong with those that were asked for. */
    List<ParcelProblem> problems() {
        return List.copyOf(problems);
    }

    /** Those of a host; none if something is wrong with them. */
    ParameterValues on(DraftHost host, Sources sources) {
        Layers layers = Layers.of(schemas);
        for (EstateSection section : host.sections()) {
            layers = layers.with(layer(section));
        }
        for (Layer layer : given) {
            layers = layers.with(layer);
        }
        ParameterValuesReading reading = layers.resolve(sources);
        reading.problems().stream().map(ParcelProblem::of).forEach(problems::add);
        return reading.values().orElseGet(() -> new ParameterValues(new TreeMap<>()));
    }

    private Layer layer(EstateSection section) {
        Map<String, Given> values = new TreeMap<>();
        for (HostView.Shown shown : section.values()) {
            if (shown.key().startsWith(prefix)) {
                values.put(shown.key().substring(prefix.length()), HostSources.given(shown));
            }
        }
        return Layer.ofEstate(section.name(), values);
    }

    /**
     * As people may see them.
     *
     * @param secretSources what tells secrets, whatever the parameter says that has one
     */
    static List<ShownValue> shown(ParameterValues values, Set<String> secretSources) {
        return values.values().values().stream()
                .map(value -> shown(value, secretSources.contains(value.layer())))
                .toList();
    }

    private static ShownValue shown(EffectiveValue value, boolean isFromSecret) {
        boolean isSecret = isFromSecret || value.parameter().secret();
        return new ShownValue(
                value.parameter().name(),
                isSecret ? EffectiveValue.HIDDEN : value.shown(),
                value.layer(),
                value.origin().toString(),
                isSecret,
                value.overridden().stream()
                        .map(one ->
                                new ShownValue.Overridden(
                                        one.shown(), one.layer(), one.origin().toString()))
                        .toList());
    }

    /** As changes and templates find them; of an array its members, too. */
    static SortedMap<String, String> texts(ParameterValues values) {
        SortedMap<String, String> texts = new TreeMap<>(values.texts());
        values.values()
                .forEach((name, value) -> {
                    if (value.value() instanceof Value.Items(List<Value> members)) {
                        members(name, members.stream().map(Value::text).toList(), texts);
                    }
                });
        return texts;
    }

    private static void members(String name, List<String> members, Map<String, String> texts) {
        texts.put(name + ".count", Integer.toString(members.size()));
        for (int i = 0; i < members.size(); i++) {
            texts.put(name + "." + i, members.get(i));
        }
    }

    /** The texts of those that nobody is to see. */
    static List<String> secrets(ParameterValues values) {
        List<String> secrets = new ArrayList<>();
        values.values().values().stream()
                .filter(value -> value.parameter().secret())
                .forEach(value -> {
                    secrets.add(value.text());
                    if (value.value() instanceof Value.Items(List<Value> members)) {
                        members.forEach(member -> secrets.add(member.text()));
                    }
                });
        return secrets;
    }
}
