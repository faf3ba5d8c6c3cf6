package dev.cadastre.query;

import java.util.List;

/**
 * What may stand at a caret.
 *
 * @param wanted the kind of thing
 * @param from where the text begins that a candidate replaces, as a UTF-16 offset
 * @param to where it ends
 * @param candidates those that are known, in the order in which to offer them
 */
public record Completion(Wanted wanted, int from, int to, List<Candidate> candidates) {
    /** Keeps a copy. */
    public Completion {
        candidates = List.copyOf(candidates);
    }

    /** The text with the candidate in it. */
    public String accept(String text, Candidate candidate) {
        return text.substring(0, from) + candidate.insert() + text.substring(to);
    }
}
