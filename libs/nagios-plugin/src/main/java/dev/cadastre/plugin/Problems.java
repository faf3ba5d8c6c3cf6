package dev.cadastre.plugin;

import java.util.ArrayList;
import java.util.List;

/** Collects problems, not more than a person would read. */
final class Problems {
    static final int MOST = 100;

    private final List<Problem> kept = new ArrayList<>();
    private int left;

    void add(String code, String subject, String message) {
        if (kept.size() < MOST) {
            kept.add(new Problem(code, subject, message));
        } else {
            left++;
        }
    }

    /** In the order in which they were found; the last tells how many are left out. */
    List<Problem> list() {
        List<Problem> all = new ArrayList<>(kept);
        if (left > 0) {
            all.add(
                    new Problem(
                            "output.more-problems", "", left + " more problems are not listed"));
        }
        return List.copyOf(all);
    }
}
