package dev.cadastre.change.file;

import java.util.Collection;
import java.util.Optional;

/** Finds what somebody probably meant. Pure. */
final class Nearest {

    private static final int FARTHEST = 3;

    private Nearest() {}

    /** The one that takes the fewest changes of letters, if that are few; the first of equals. */
    static Optional<String> of(String meant, Collection<String> known) {
        String nearest = null;
        int least = Math.min(FARTHEST, Math.max(1, meant.length() / 2)) + 1;
        for (String name : known) {
            int distance = distance(meant, name);
            if (distance < least) {
                least = distance;
                nearest = name;
            }
        }
        return Optional.ofNullable(nearest);
    }

    /** How many letters have to be put in, left out or replaced. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
