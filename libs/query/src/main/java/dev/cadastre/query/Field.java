package dev.cadastre.query;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a query can ask for. Begin with {@link #named}, and add what the field takes.
 *
 * @param name as canonical queries have it: lower-case letters, digits, {@code _} and {@code -}
 * @param aliases other names of the same form
 * @param keyed whether a key must follow, as in {@code fact.KEY}
 * @param names what may stand behind its colon
 * @param comparisons how it may be compared
 * @param description what it asks for, in one line
 * @param example a term with it; empty if there is none
 */
public record Field(
        String name,
        List<String> aliases,
        boolean keyed,
        Names names,
        Comparisons comparisons,
        String description,
        String example) {
    private static final java.util.regex.Pattern NAME =
            java.util.regex.Pattern.compile("[a-z][a-z0-9_-]{0,39}");

    /** Keeps a copy of the aliases, and refuses names that a query cannot hold. */
    public Field {
        aliases = List.copyOf(aliases);
        Stream.concat(Stream.of(name), aliases.stream()).forEach(Field::requireName);
    }

    private static void requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("No name of a field: " + Quoting.shown(name));
        }
    }

    /** A field that takes nothing yet. */
    public static Field named(String name, String description) {
        return new Field(name, List.of(), false, Names.NONE, Comparisons.NONE, description, "");
    }

    /** The same field with these aliases. */
    public Field withAliases(String... others) {
        return new Field(name, List.of(others), keyed, names, comparisons, description, example);
    }

    /** The same field with a key behind its dot. */
    public Field withKey() {
        return new Field(name, aliases, true, names, comparisons, description, example);
    }

    /** The same field with names behind its colon. */
    public Field withNames(Names taken) {
        return new Field(name, aliases, keyed, taken, comparisons, description, example);
    }

    /** The same field with comparisons. */
    public Field withComparisons(Comparisons taken) {
        return new Field(name, aliases, keyed, names, taken, description, example);
    }

    /** The same field with an example. */
    public Field withExample(String term) {
        return new Field(name, aliases, keyed, names, comparisons, description, term);
    }

    boolean isNamed() {
        return !names.equals(Names.NONE);
    }

    List<String> allNames() {
        List<String> all = new ArrayList<>(aliases.size() + 1);
        all.add(name);
        all.addAll(aliases);
        return all;
    }

    /** {@code ", as in EXAMPLE"}, or nothing if there is none. */
    String forInstance() {
        return example.isEmpty() ? "" : ", as in " + example;
    }
}
