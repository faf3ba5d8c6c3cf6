package dev.cadastre.change;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a change that is written in Java is made for: parameters, and hosts. Immutable. */
public final class Given {

    private final Map<String, String> parameters;
    private final SortedMap<String, Map<String, String>> hosts = new TreeMap<>();

    /**
     * That.
     *
     * @param parameters what was given for the run
     * @param hosts the values of each host, by its name
     */
    public Given(Map<String, String> parameters, Map<String, Map<String, String>> hosts) {
        this.parameters = Map.copyOf(parameters);
        hosts.forEach((host, values) -> this.hosts.put(host, Map.copyOf(values)));
    }

    /** Parameters for a change that asks nothing of hosts. */
    public static Given parameters(Map<String, String> parameters) {
        return new Given(parameters, Map.of());
    }

    /** What was given for the run, by name. */
    public Map<String, String> parameters() {
        return parameters;
    }

    /** A parameter; empty if it was not given. */
    public Optional<String> find(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /**
     * A parameter that the change cannot do without.
     *
     * @throws IllegalArgumentException if it was not given
     */
    public String text(String name) {
        return find(name)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "the change needs a value for %s; give it, as %s=…"
                                        .formatted(name, name)));
    }

    /** The hosts of the run with the values of each, in the order of their names. */
    public SortedMap<String, Map<String, String>> hosts() {
        return new TreeMap<>(hosts);
    }

    /** All values that scripts for a host may refer to; what was given for the run counts first. */
    public Map<String, String> values(String host) {
        Map<String, String> values = new HashMap<>(hosts.getOrDefault(host, Map.of()));
        values.putAll(parameters);
        return values;
    }
}
