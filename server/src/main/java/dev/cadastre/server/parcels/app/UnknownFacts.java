package dev.cadastre.server.parcels.app;

import dev.cadastre.parcel.parameters.Parameter;
import dev.cadastre.parcel.parameters.ParameterSchema;
import dev.cadastre.parcel.parameters.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Where a default counts only because a fact of the host is not known. Pure. */
final class UnknownFacts {

    private static final String DEFAULT = "default";
    private static final int MOST = 3;

    private UnknownFacts() {}

    /**
     * A remark for each parameter of which that is so.
     *
     * @param schemas of its parcel, with those of its bases
     */
    static List<AppRemark> of(AppRevision revision, List<ParameterSchema> schemas) {
        SortedMap<String, String> facts = facts(schemas);
        SortedMap<String, List<String>> hosts = new TreeMap<>();
        revision.values()
                .forEach((host, values) ->
                        values.stream()
                                .filter(value -> value.layer().equals(DEFAULT))
                                .filter(value -> facts.containsKey(value.name()))
                                .forEach(value ->
                                        hosts.computeIfAbsent(value.name(), _ -> new ArrayList<>())
                                                .add(host)));
        List<AppRemark> all = new ArrayList<>();
        hosts.forEach((name, where) ->
                all.add(
                        new AppRemark(
                                "app.fact-unknown",
                                "%s is its default on %s, where the fact %s is not known."
                                        .formatted(name, some(where), facts.get(name)),
                                collect(where, revision.app().environment()))));
        return all;
    }

    private static SortedMap<String, String> facts(List<ParameterSchema> schemas) {
        SortedMap<String, String> facts = new TreeMap<>();
        for (ParameterSchema schema : schemas) {
            for (Parameter parameter : schema.parameters().values()) {
                if (parameter.from().orElse(null) instanceof Source.Fact(String fact)) {
                    facts.put(parameter.name(), fact);
                } else if (parameter.from().isPresent() || parameter.defaultValue().isPresent()) {
                    // It counts before what a base says.
                    facts.remove(parameter.name());
                }
            }
        }
        return facts;
    }

    private static String collect(List<String> hosts, String environment) {
        return "cadastre collect "
                + (hosts.size() == 1 ? "name:" + hosts.getFirst() : "env:" + environment);
    }

    private static String some(List<String> hosts) {
        return hosts.size() <= MOST
                ? String.join(", ", hosts)
                : "%s and %d more".formatted(hosts.getFirst(), hosts.size() - 1);
    }
}
