package dev.cadastre.server.monitoring.series.archive;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * An archive that could answer.
 *
 * @param archive its place in the plan
 * @param step seconds that a row stands for
 * @param oldest seconds since 1970 from which on it can have rows
 */
public record Kept(int archive, long step, long oldest) {

    /** Reading more rows than this for one line is no longer quick. */
    static final int MOST_ROWS = 20_000;

    /**
     * The one to ask about a time: the finest that reaches back to its beginning and needs not too
     * many rows. The finer the rows, the truer are the extremes of what is made of them.
     *
     * @param kept from the finest to the coarsest; not empty
     */
    public static Kept choose(List<Kept> kept, long from, long to) {
        Predicate<Kept> quick = one -> (to - from) / one.step() <= MOST_ROWS;
        return kept.stream()
                .filter(one -> one.oldest() <= from)
                .filter(quick)
                .findFirst()
                .orElseGet(() -> furthest(kept, quick));
    }

    private static Kept furthest(List<Kept> kept, Predicate<Kept> quick) {
        return kept.stream()
                .filter(quick)
                .min(Comparator.comparingLong(Kept::oldest))
                .orElse(kept.getLast());
    }
}
