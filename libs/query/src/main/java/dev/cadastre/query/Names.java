package dev.cadastre.query;

import java.util.List;

/** What may stand behind a field's colon. */
public sealed interface Names {
    /** Nothing: the field is only compared. */
    Names NONE = new None();

    /** Any text or glob. */
    Names OPEN = new Open();

    /** One of these words, or a glob that one of them matches. */
    static Names oneOf(String... words) {
        return new Closed(List.of(words));
    }

    /** See {@link Names#NONE}. */
    record None() implements Names {}

    /** See {@link Names#OPEN}. */
    record Open() implements Names {}

    /**
     * See {@link Names#oneOf}.
     *
     * @param words in the order in which they are offered
     */
    record Closed(List<String> words) implements Names {
        /** Keeps a copy, and refuses what cannot be written in a query. */
        public Closed {
            words = List.copyOf(words);
            if (words.isEmpty() || !words.stream().allMatch(Closed::isWord)) {
                throw new IllegalArgumentException("Not words: " + words);
            }
        }

        private static boolean isWord(String word) {
            return Characters.isWord(word)
                    && Characters.isWritable(word)
                    && !Pattern.hasWildcard(word);
        }

        boolean allows(Pattern pattern) {
            return words.stream().anyMatch(pattern::matches);
        }
    }
}
