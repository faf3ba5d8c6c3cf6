package dev.cadastre.query;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with one text; so much as a person wants to read. */
final class Problems {
    private static final int MOST = 50;

    private final String text;
    private final List<Problem> kept = new ArrayList<>();
    private int found;

    Problems(String text) {
        this.text = text;
    }

    void add(Code code, int start, int end, String message) {
        add(code, start, end, message, null);
    }

    /**
     * Notes a problem.
     *
     * @param start its first character as a UTF-16 offset, and so its end
     */
    void add(Code code, int start, int end, String message, @Nullable String suggestion) {
        found++;
        if (kept.size() < MOST) {
            Place place = Place.of(text, start, end);
            kept.add(new Problem(code.toString(), place, message, suggestion));
        }
    }

    /** How many were found so far, those that were not kept included. */
    int count() {
        return found;
    }

    boolean isFull() {
        return kept.size() == MOST;
    }

    List<Problem> list() {
        return kept.stream().sorted(Problem.BY_PLACE).toList();
    }
}
