package dev.cadastre.api;

import java.util.List;

/**
 * Something that queries can ask for.
 *
 * @param name how it is written
 * @param aliases other ways to write it
 * @param keyed whether a key follows behind a dot
 * @param description what it asks for
 * @param example a term with it
 * @param words the only values that it takes; empty if it takes others
 * @param operators by which it is compared; empty if it is not
 */
public record QueryField(
        String name,
        List<String> aliases,
        boolean keyed,
        String description,
        String example,
        List<String> words,
        List<String> operators) {

    /** Copies the lists. */
    public QueryField {
        aliases = List.copyOf(aliases);
        words = List.copyOf(words);
        operators = List.copyOf(operators);
    }
}
