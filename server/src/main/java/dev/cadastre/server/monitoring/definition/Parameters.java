package dev.cadastre.server.monitoring.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Puts what is known of an asset into texts: {@code ${address}} stands for its address, {@code $$}
 * for a dollar. What is put in is never read again, neither for further parameters nor as several
 * arguments.
 */
public final class Parameters {

    private final Function<String, Optional<String>> known;
    private final SortedSet<String> missing = new TreeSet<>();

    /**
     * @param known the value of a parameter; empty if there is none
     */
    public Parameters(Function<String, Optional<String>> known) {
        this.known = known;
    }

    /** The texts with their parameters. */
    public List<String> in(List<String> texts) {
        List<String> filled = new ArrayList<>();
        texts.forEach(text -> filled.add(in(text)));
        return filled;
    }

    /** The same for values by name. */
    public Map<String, String> in(Map<String, String> texts) {
        Map<String, String> filled = new LinkedHashMap<>();
        texts.forEach((key, text) -> filled.put(key, in(text)));
        return filled;
    }

    /** A text with its parameters; a dollar that begins none stands for itself. */
    public String in(String text) {
        StringBuilder filled = new StringBuilder();
        int at = 0;
        for (int dollar = text.indexOf('$'); dollar >= 0; dollar = text.indexOf('$', at)) {
            filled.append(text, at, dollar);
            at = parameter(text, dollar, filled);
        }
        return filled.append(text, at, text.length()).toString();
    }

    /** Returns where it ends. */
    private int parameter(String text, int dollar, StringBuilder filled) {
        if (text.startsWith("$$", dollar)) {
            filled.append('$');
            return dollar + 2;
        }
        int end = text.startsWith("${", dollar) ? text.indexOf('}', dollar) : -1;
        if (end < 0) {
            filled.append('$');
            return dollar + 1;
        }
        String name = text.substring(dollar + 2, end);
        Optional<String> value = known.apply(name);
        if (value.isEmpty()) {
            missing.add(name);
        }
        filled.append(value.orElse(""));
        return end + 1;
    }

    /** Parameters that were asked for and have no value. */
    public SortedSet<String> missing() {
        return new TreeSet<>(missing);
    }
}
