package dev.cadastre.parcel.resolution;

import dev.cadastre.versions.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A requirement's range, of versions that are numbers.
 *
 * @param bounds all of which a version meets
 * @param namesPreRelease whether it asks for such versions by itself
 */
record RankedRange(List<Bound> bounds, boolean namesPreRelease) {

    private static final Pattern BOUND = Pattern.compile("([<>=!]+)(\\S+)");

    /** One of them. */
    record Bound(Operator operator, int rank) {}

    /** Reads a range in the form that requirements have. */
    static RankedRange of(String range, VersionRanks ranks) {
        List<Bound> bounds = new ArrayList<>();
        Matcher bound = BOUND.matcher(range);
        while (bound.find()) {
            bounds.add(
                    new Bound(
                            Operator.ofSymbol(bound.group(1)).orElseThrow(),
                            ranks.of(bound.group(2))));
        }
        return new RankedRange(List.copyOf(bounds), range.contains("-"));
    }

    boolean contains(int rank) {
        for (Bound bound : bounds) {
            if (!bound.operator().holds(Integer.compare(rank, bound.rank()))) {
                return false;
            }
        }
        return true;
    }
}
