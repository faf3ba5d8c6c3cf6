package dev.cadastre.versions;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A number or a qualifier of a Maven version.
 *
 * @param lists how many lists begin with this item: one for each hyphen, or change between digits
 *     and letters, since the item before
 * @param isNumber whether the text is digits
 * @param text digits, or a qualifier after its aliases were resolved
 * @param rank the place of the qualifier among those that Maven knows, nothing being one of them; a
 *     0 has the place of nothing, and other numbers one after it
 * @param tail how the version from this item on compares with nothing: -1 for a pre-release, 1 for
 *     something newer; never 0 in a version that was read
 */
record MavenItem(int lists, boolean isNumber, String text, int rank, int tail) {
    private static final List<String> QUALIFIERS =
            List.of("alpha", "beta", "milestone", "rc", "snapshot", "", "sp");
    private static final Map<String, Integer> RANKS =
            QUALIFIERS.stream().collect(Collectors.toUnmodifiableMap(q -> q, QUALIFIERS::indexOf));
    private static final int NOTHING = QUALIFIERS.indexOf("");
    private static final Map<String, String> ALIASES =
            Map.of("ga", "", "final", "", "release", "", "cr", "rc");
    private static final Map<String, String> BEFORE_DIGITS =
            Map.of("a", "alpha", "b", "beta", "m", "milestone");

    static MavenItem number(int lists, String digits) {
        int rank = Digits.isZero(digits) ? NOTHING : NOTHING + 1;
        return new MavenItem(lists, true, digits, rank, 0);
    }

    static MavenItem qualifier(int lists, String word, boolean beforeDigits) {
        String name = beforeDigits ? BEFORE_DIGITS.getOrDefault(word, word) : word;
        String text = ALIASES.getOrDefault(name, name);
        return new MavenItem(lists, false, text, RANKS.getOrDefault(text, QUALIFIERS.size()), 0);
    }

    /** Whether Maven leaves the item out at the end of a list: 0, or a word for a release. */
    boolean isNull() {
        return rank == NOTHING;
    }

    MavenItem withMoreLists(int more) {
        return new MavenItem(lists + more, isNumber, text, rank, tail);
    }

    /** This item with the tail that it makes when the given one follows. */
    MavenItem before(int following) {
        int own = Integer.compare(rank, NOTHING);
        return new MavenItem(lists, isNumber, text, rank, own != 0 ? own : following);
    }

    /** Qualifiers come before lists, and lists before numbers. */
    int compareWith(MavenItem other) {
        if (lists != other.lists) {
            boolean shallower = lists < other.lists;
            boolean number = shallower ? isNumber : other.isNumber;
            return number == shallower ? 1 : -1;
        }
        if (isNumber != other.isNumber) {
            return isNumber ? 1 : -1;
        }
        if (isNumber) {
            return Digits.compare(text, other.text);
        }
        int byRank = Integer.compare(rank, other.rank);
        return byRank != 0 ? byRank : text.compareTo(other.text);
    }
}
