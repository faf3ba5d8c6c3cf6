package dev.cadastre.cli.instance;

import dev.cadastre.parcel.parameters.Given;
import dev.cadastre.parcel.parameters.Origin;
import dev.cadastre.parcel.parameters.Passwords;
import dev.cadastre.parcel.parameters.Sources;
import java.util.Map;
import java.util.Optional;

/**
 * Where parameters of an app that is tried take their values from if nobody gives any. There is no
 * estate.
 *
 * @param facts of this machine
 * @param told by providers, by the binding
 * @param generated secrets that there are; those that are made are added
 */
record LocalSources(
        Map<String, String> facts,
        Map<String, Map<String, String>> told,
        Map<String, String> generated,
        Passwords passwords)
        implements Sources {

    @Override
    public Optional<Given> fact(String name) {
        return Optional.ofNullable(facts.get(name)).map(text -> given(text, "this machine"));
    }

    @Override
    public Optional<Given> estate(String key) {
        return Optional.empty();
    }

    @Override
    public Optional<Given> requirement(String binding, String key) {
        return Optional.ofNullable(told.getOrDefault(binding, Map.of()).get(key))
                .map(text -> given(text, binding));
    }

    @Override
    public Given generated(String parameter, int length) {
        return given(
                generated.computeIfAbsent(parameter, _ -> passwords.next(length)), "generated");
    }

    private static Given given(String text, String place) {
        return Given.text(text, new Origin(place, 0));
    }
}
