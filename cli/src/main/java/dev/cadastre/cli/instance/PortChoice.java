package dev.cadastre.cli.instance;

import dev.cadastre.parcel.parameters.EffectiveValue;
import dev.cadastre.parcel.parameters.ParameterType;
import dev.cadastre.parcel.parameters.ParameterValues;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * On which ports an app is tried: on those that it has, unless something listens there. What nobody
 * asked for gives way; what somebody asked for does not. Pure.
 *
 * @param chosen other ports, by the names of parameters
 * @param taken those that somebody asked for and that are not free, likewise
 */
record PortChoice(SortedMap<String, Integer> chosen, SortedMap<String, Integer> taken) {

    private static final String DEFAULT = "default";
    private static final int FIRST_OF_ALL = 1024;

    /** So that 80 becomes 8080. */
    private static final int ABOVE = 8000;

    private static final int LAST = 65_535;

    /**
     * Chooses.
     *
     * @param names the parameters that are ports
     * @param values what they are
     * @param busy where something listens, or will
     */
    static PortChoice of(
            Collection<String> names, ParameterValues values, Collection<Integer> busy) {
        SortedMap<String, Integer> chosen = new TreeMap<>();
        SortedMap<String, Integer> taken = new TreeMap<>();
        TreeSet<Integer> used = new TreeSet<>(busy);
        for (EffectiveValue value : ports(names, values)) {
            String name = value.parameter().name();
            int port = Integer.parseInt(value.text());
            if (used.contains(port) && value.layer().equals(DEFAULT)) {
                chosen.put(name, free(port, used));
            } else if (used.contains(port)) {
                taken.put(name, port);
            }
            used.add(chosen.getOrDefault(name, port));
        }
        return new PortChoice(chosen, taken);
    }

    private static List<EffectiveValue> ports(Collection<String> names, ParameterValues values) {
        List<EffectiveValue> ports = new ArrayList<>();
        for (String name : new TreeSet<>(names)) {
            values.value(name)
                    .filter(value -> value.parameter().type() == ParameterType.INTEGER)
                    .filter(value -> value.text().matches("[1-9][0-9]{0,4}"))
                    .ifPresent(ports::add);
        }
        return ports;
    }

    private static int free(int port, TreeSet<Integer> used) {
        int at = port < FIRST_OF_ALL ? port + ABOVE : port + 1;
        while (used.contains(at) && at < LAST) {
            at++;
        }
        return Math.min(at, LAST);
    }
}
