package dev.cadastre.query;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds what a misspelt name was probably meant to be. */
final class Spelling {
    private static final int MOST_CANDIDATES = 10_000;
    private static final int LONGEST = 100;

    private Spelling() {}

    /**
     * The candidate nearest to the word, by letters to change, add, remove or swap with their
     * neighbour: at most one for a word of up to four letters, otherwise two; case does not count.
     * The first of equals; null when none is near. Looks at the first 10,000 candidates only.
     */
    static @Nullable String closest(String word, Collection<String> candidates) {
        if (word.length() > LONGEST) {
            return null;
        }
        String lower = word.toLowerCase(Locale.ROOT);
        int limit = word.length() <= 4 ? 1 : 2;
        String best = null;
        for (String candidate :
                (Iterable<String>) candidates.stream().limit(MOST_CANDIDATES)::iterator) {
            int distance = distance(lower, candidate.toLowerCase(Locale.ROOT), limit);
            if (distance <= limit) {
                best = candidate;
                limit = distance - 1;
            }
        }
        return best;
    }

    /** The distance, or more than the limit when it is beyond the limit. */
    private static int distance(String a, String b, int limit) {
        if (Math.abs(a.length() - b.length()) > limit) {
            return limit + 1;
        }
        int start = equalAtStart(a, b);
        int end = equalAtEnd(a, b, start);
        return distance(a.substring(start, a.length() - end), b.substring(start, b.length() - end));
    }

    private static int equalAtStart(String a, String b) {
        int length = Math.min(a.length(), b.length());
        int start = 0;
        while (start < length && a.charAt(start) == b.charAt(start)) {
            start++;
        }
        return start;
    }

    private static int equalAtEnd(String a, String b, int start) {
        int length = Math.min(a.length(), b.length()) - start;
        int end = 0;
        while (end < length && a.charAt(a.length() - 1 - end) == b.charAt(b.length() - 1 - end)) {
            end++;
        }
        return end;
    }

    private static int distance(String a, String b) {
        int[][] rows = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                rows[i][j] = cell(rows, a, b, i, j);
            }
        }
        return rows[a.length()][b.length()];
    }

    private static int cell(int[][] rows, String a, String b, int i, int j) {
        if (i == 0 || j == 0) {
            return i + j;
        }
        int replaced = rows[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int least = Math.min(replaced, 1 + Math.min(rows[i - 1][j], rows[i][j - 1]));
        return swapped(a, b, i, j) ? Math.min(least, rows[i - 2][j - 2] + 1) : least;
    }

    private static boolean swapped(String a, String b, int i, int j) {
        return i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
    }
}
