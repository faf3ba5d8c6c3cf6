package dev.cadastre.server.parcels.app;

import dev.cadastre.parcel.Requirement;
import dev.cadastre.parcel.artefact.ParcelContents;
import dev.cadastre.parcel.parameters.ParameterValues;
import dev.cadastre.parcel.parameters.Passwords;
import dev.cadastre.parcel.parameters.Source;
import dev.cadastre.server.parcels.ParcelProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Works out what an app would be, from all that is known. Pure, except for secrets that are made
 * anew. For one order.
 */
final class AppDraft {

    private static final int PASSWORD = 32;

    private final AppName app;
    private final AppParcel parcel;
    private final ParcelContents contents;
    private final GivenLayers given;
    private final AppJson.Sealed before;
    private final SortedMap<String, Provider> providers;
    private final Passwords passwords;
    private final List<ParcelProblem> problems = new ArrayList<>();
    private final Map<String, String> generated;
    private final Map<String, String> known = new TreeMap<>();
    private final Map<String, List<Map<String, String>>> told = new TreeMap<>();
    private final Set<String> secrets = new TreeSet<>();
    private final Set<String> secretSources = new HashSet<>();

    /**
     * Of one order.
     *
     * @param before what was sealed of the revision that is there
     * @param providers by the binding
     */
    AppDraft(
            AppName app,
            AppParcel parcel,
            ParcelContents contents,
            GivenLayers given,
            AppJson.Sealed before,
            SortedMap<String, Provider> providers,
            Passwords passwords) {
        this.app = app;
        this.parcel = parcel;
        this.contents = contents;
        this.given = given;
        this.before = before;
        this.providers = new TreeMap<>(providers);
        this.passwords = passwords;
        this.generated = new TreeMap<>(before.generated());
    }

    /**
     * What it would be.
     *
     * @param values of each host, as people may see them
     * @param problems all that is wrong; of what is wrong the rest says nothing
     */
    record Drafted(
            SortedMap<String, List<ShownValue>> values,
            AppJson.Sealed sealed,
            List<ParcelProblem> problems) {}

    /** Works it out. */
    Drafted on(List<DraftHost> hosts) {
        tell();
        DraftValues values = new DraftValues(app.name(), contents, given.layers(problems));
        SortedMap<String, List<ShownValue>> shown = new TreeMap<>();
        Map<Map<String, String>, Integer> views = new LinkedHashMap<>();
        Map<String, Integer> viewOf = new TreeMap<>();
        Map<String, String> addresses = new TreeMap<>();
        HostNeeds needs = new HostNeeds(contents.definition().needs());
        List<ParcelProblem> unmet = new ArrayList<>();
        for (DraftHost host : hosts) {
            ParameterValues effective = values.on(host, sources(host));
            shown.put(host.name(), DraftValues.shown(effective, secretSources));
            secrets.addAll(DraftValues.secrets(effective));
            Map<String, String> texts = DraftValues.texts(effective);
            views.putIfAbsent(texts, views.size());
            viewOf.put(host.name(), views.get(texts));
            addresses.put(host.name(), host.address());
            if (values.problems().isEmpty()) {
                Map<String, String> all = all(host.name(), host.address(), texts);
                unmet.addAll(needs.missing(host, all, portsBefore(needs, host.name())));
            }
        }
        problems.addAll(values.problems());
        problems.addAll(unmet);
        secrets.remove("");
        return new Drafted(
                shown,
                new AppJson.Sealed(
                        given.files(),
                        given.values(),
                        given.unset(),
                        generated,
                        known,
                        told,
                        List.copyOf(views.keySet()),
                        viewOf,
                        addresses,
                        secrets),
                List.copyOf(new LinkedHashSet<>(problems)));
    }

    private HostSources sources(DraftHost host) {
        Map<String, String> names = new HashMap<>();
        providers.forEach((binding, one) -> names.put(binding, one.revision().app().toString()));
        return new HostSources(host, told, names, generated, passwords);
    }

    /** A password is kept as long as the provider is. */
    private void tell() {
        contents.definition()
                .requires()
                .forEach((binding, requirement) -> {
                    Provider provider = providers.get(binding);
                    if (provider != null) {
                        tell(binding, requirement, provider);
                    }
                });
    }

    private void tell(String binding, Requirement requirement, Provider provider) {
        String key = binding + " of " + provider.revision().app();
        String password = before.passwords().getOrDefault(key, "");
        if (password.isEmpty()) {
            password = passwords.next(PASSWORD);
        }
        known.put(key, password);
        secrets.add(password);
        Provider.Telling telling = provider.tell(requirement, app.name(), password);
        told.put(binding, telling.hosts());
        secrets.addAll(telling.secrets());
        telling.hosts().stream()
                .findFirst()
                .ifPresent(first ->
                        first.forEach((name, text) -> {
                            if (telling.secrets().contains(text)) {
                                secretSources.add(new Source.Provider(binding, name).toString());
                            }
                        }));
        problems.addAll(telling.problems());
    }

    /** What listens on these is the app itself. */
    private Set<Integer> portsBefore(HostNeeds needs, String host) {
        Integer view = before.hosts().get(host);
        return view == null
                ? Set.of()
                : needs.ports(
                        FoundValues.of(
                                app,
                                parcel,
                                host,
                                before.addresses().getOrDefault(host, host),
                                before.texts().get(view),
                                before.told()));
    }

    private Map<String, String> all(String host, String address, Map<String, String> texts) {
        return FoundValues.of(app, parcel, host, address, texts, told);
    }
}
