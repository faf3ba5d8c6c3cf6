package dev.cadastre.cli.instance;

import dev.cadastre.parcel.Requirement;
import dev.cadastre.parcel.definition.ParcelDefinition;
import dev.cadastre.parcel.definition.ReferringText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * An app with all that its changes, tests and consumers find. Its text tells no value.
 *
 * @param values by name, parameters and all else
 * @param secrets what nobody is to see
 * @param passwords that it signs in by where it is bound to, by the binding
 */
record TriedApp(
        TriedParcel parcel,
        Map<String, String> values,
        Set<String> secrets,
        Map<String, String> passwords) {

    TriedApp {
        values = Map.copyOf(values);
        secrets = Set.copyOf(secrets);
        passwords = Map.copyOf(passwords);
    }

    String name() {
        return parcel.name();
    }

    /**
     * What it tells a consumer.
     *
     * @throws IllegalArgumentException if it cannot; the message says why
     */
    Map<String, String> tell(Requirement requirement, String consumer, String password) {
        Map<String, String> values = forConsumer(consumer, password);
        Map<String, String> told = new TreeMap<>();
        told.put("host", LocalHost.NAME);
        told.put("address", LocalHost.ADDRESS);
        definition()
                .told()
                .getOrDefault(requirement.name(), new TreeMap<>())
                .forEach((key, text) -> told.put(key, text.with(values)));
        return told;
    }

    /** What its changes find when they are done for a consumer. */
    Map<String, String> forConsumer(String consumer, String password) {
        Map<String, String> all = new TreeMap<>(values);
        all.put("consumer", consumer.replace('-', '_'));
        all.put("consumer.password", password);
        return all;
    }

    private ParcelDefinition definition() {
        return parcel.contents().definition();
    }

    /** The names of what it has as ports: what it needs as such, and tells as such. */
    static Set<String> portNames(ParcelDefinition definition) {
        Set<String> names = new TreeSet<>();
        ReferringText needed = definition.needs().get("ports");
        if (needed != null) {
            names.addAll(needed.references());
        }
        definition.told().values().stream()
                .map(keys -> keys.get("port"))
                .filter(text -> text != null)
                .forEach(text -> names.addAll(text.references()));
        return names;
    }

    /** The ports that it has. */
    Set<Integer> ports() {
        Set<Integer> ports = new TreeSet<>();
        for (String name : portNames(definition())) {
            String value = values.getOrDefault(name, "");
            if (value.matches("[1-9][0-9]{0,4}")) {
                ports.add(Integer.parseInt(value));
            }
        }
        return ports;
    }

    /**
     * Where it is opened by a browser: what it tells of itself first, then what is monitored of it.
     */
    List<String> addresses() {
        List<ReferringText> texts = new ArrayList<>();
        texts(definition().told().values(), texts);
        definition().monitors().values().stream()
                .filter(monitor -> isHttp(monitor))
                .forEach(monitor -> texts(List.of(monitor), texts));
        return texts.stream()
                .flatMap(text -> filled(text).stream())
                .filter(url -> url.matches("https?://[^\\s\\p{Cntrl}]+"))
                .distinct()
                .toList();
    }

    private static boolean isHttp(SortedMap<String, ReferringText> monitor) {
        ReferringText kind = monitor.get("kind");
        return kind != null && kind.raw().equals("http");
    }

    private static void texts(
            Collection<SortedMap<String, ReferringText>> sections, List<ReferringText> to) {
        sections.stream()
                .map(keys -> keys.get("url"))
                .filter(text -> text != null)
                .forEach(to::add);
    }

    private List<String> filled(ReferringText text) {
        try {
            return List.of(text.with(values));
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    @Override
    public String toString() {
        return parcel.name() + " " + parcel.version();
    }
}
