package dev.cadastre.server.search;

import java.util.List;

/** What became of the wish to change a saved query. */
public sealed interface SavedQueryChange {

    /** It was changed. */
    record Done() implements SavedQueryChange {}

    /** There is no saved query of that name. */
    record Unknown() implements SavedQueryChange {}

    /**
     * It stays, since others would not be answered any more without it.
     *
     * @param by what mentions it, {@code the rule no-gcc}; at least one
     */
    record Used(List<String> by) implements SavedQueryChange {
        /** Keeps a copy. */
        public Used {
            by = List.copyOf(by);
        }
    }

    /**
     * There cannot be such a saved query.
     *
     * @param field what is wrong, {@code name}
     * @param message why, as a sentence
     */
    record Invalid(String field, String message) implements SavedQueryChange {}
}
