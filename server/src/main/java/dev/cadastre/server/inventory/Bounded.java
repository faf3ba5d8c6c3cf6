package dev.cadastre.server.inventory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Texts and lists from hosts, cut to what the database is to hold. */
final class Bounded {

    /** The most items of one kind that are kept of a report. */
    static final int ITEMS = 100_000;

    /** The most characters of a name, a version or another text that is searched for. */
    static final int NAME = 500;

    /** The most characters of a value. */
    static final int VALUE = 8_000;

    private static final String CUT = "…";

    private Bounded() {}

    /** PostgreSQL's texts hold no NUL. */
    static String text(String text, int limit) {
        String clean = text.replace('\0', '\uFFFD');
        if (clean.length() <= limit) {
            return clean;
        }
        int end = limit - CUT.length();
        return clean.substring(0, Character.isHighSurrogate(clean.charAt(end - 1)) ? end - 1 : end)
                + CUT;
    }

    static @Nullable String optional(@Nullable String text, int limit) {
        return text == null ? null : text(text, limit);
    }

    static <T> List<T> items(List<T> items) {
        return items.size() <= ITEMS ? items : items.subList(0, ITEMS);
    }
}
