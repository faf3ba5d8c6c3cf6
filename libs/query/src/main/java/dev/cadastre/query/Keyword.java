package dev.cadastre.query;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The words that join terms, in upper case only. */
enum Keyword {
    AND("both sides must match, which is meant without it too"),
    OR("one of both sides must match"),
    NOT("what follows must not match");

    private final String description;

    Keyword(String description) {
        this.description = description;
    }

    String description() {
        return description;
    }

    static @Nullable Keyword of(String word) {
        for (Keyword keyword : values()) {
            if (keyword.name().equals(word)) {
                return keyword;
            }
        }
        return null;
    }

    /** Whether a word is a keyword but for its case. */
    static boolean isLike(String word) {
        return word.length() <= 3 && of(word.toUpperCase(Locale.ROOT)) != null;
    }
}
