package dev.cadastre.server.parcels.app;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What changes and templates of an app find on a host. Pure. */
final class FoundValues {

    private FoundValues() {}

    /**
     * All of it; a parameter counts before what else has its name.
     *
     * @param texts of parameters
     * @param told what each host of a provider tells, by the binding
     */
    static Map<String, String> of(
            AppName app,
            AppParcel parcel,
            String host,
            String address,
            Map<String, String> texts,
            Map<String, List<Map<String, String>>> told) {
        Map<String, String> all = new TreeMap<>();
        told.forEach((binding, hosts) -> binding(binding, hosts, all));
        all.put("app", app.name());
        all.put("parcel", parcel.name());
        all.put("version", parcel.version());
        all.put("environment", app.environment());
        all.put("host", host);
        all.put("address", address);
        all.putAll(texts);
        return all;
    }

    /**
     * The names of what a binding gives that is not as it was, the shortest first. Of what each
     * host tells, that of the first is called as if it were the only one.
     */
    static SortedSet<String> differing(
            String binding, List<Map<String, String>> before, List<Map<String, String>> after) {
        Map<String, String> old = new TreeMap<>();
        Map<String, String> now = new TreeMap<>();
        binding(binding, before, old);
        binding(binding, after, now);
        SortedSet<String> names =
                new TreeSet<>(
                        Comparator.comparingLong(FoundValues::dots)
                                .thenComparing(Comparator.naturalOrder()));
        names.addAll(old.keySet());
        names.addAll(now.keySet());
        names.removeIf(name -> Objects.equals(old.get(name), now.get(name)));
        String first = binding + ".0.";
        names.removeIf(name -> name.startsWith(first));
        return names;
    }

    private static long dots(String name) {
        return name.chars().filter(c -> c == '.').count();
    }

    private static void binding(
            String binding, List<Map<String, String>> hosts, Map<String, String> all) {
        all.put(binding + ".count", Integer.toString(hosts.size()));
        for (int i = 0; i < hosts.size(); i++) {
            String start = binding + "." + i + ".";
            hosts.get(i).forEach((key, text) -> all.put(start + key, text));
        }
        if (!hosts.isEmpty()) {
            hosts.getFirst().forEach((key, text) -> all.put(binding + "." + key, text));
        }
    }
}
