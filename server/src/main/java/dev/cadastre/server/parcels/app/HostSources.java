package dev.cadastre.server.parcels.app;

import dev.cadastre.parcel.parameters.Given;
import dev.cadastre.parcel.parameters.Origin;
import dev.cadastre.parcel.parameters.Passwords;
import dev.cadastre.parcel.parameters.Sources;
import dev.cadastre.server.estate.HostView;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where parameters of an app on one host take their values from if nobody gives any.
 *
 * @param host the host
 * @param told what each host of a provider tells, by the binding
 * @param providers what providers are called, by the binding
 * @param generated secrets that there are; those that are made are added
 */
record HostSources(
        DraftHost host,
        Map<String, List<Map<String, String>>> told,
        Map<String, String> providers,
        Map<String, String> generated,
        Passwords passwords)
        implements Sources {

    @Override
    public Optional<Given> fact(String name) {
        return Optional.ofNullable(host.facts().get(name))
                .map(text -> Given.text(text, new Origin("facts of " + host.name(), 0)));
    }

    @Override
    public Optional<Given> estate(String key) {
        return host.sections().reversed().stream()
                .flatMap(section -> section.values().stream())
                .filter(shown -> shown.key().equals(key))
                .findFirst()
                .map(HostSources::given);
    }

    /** What the estate states, and where. */
    static Given given(HostView.Shown shown) {
        return Given.text(shown.value(), new Origin(shown.origin().file(), shown.origin().line()));
    }

    @Override
    public Optional<Given> requirement(String binding, String key) {
        return told.getOrDefault(binding, List.of()).stream()
                .findFirst()
                .flatMap(first -> Optional.ofNullable(first.get(key)))
                .map(text ->
                        Given.text(text, new Origin(providers.getOrDefault(binding, binding), 0)));
    }

    @Override
    public Given generated(String parameter, int length) {
        String secret = generated.computeIfAbsent(parameter, _ -> passwords.next(length));
        return Given.text(secret, new Origin("generated", 0));
    }
}
