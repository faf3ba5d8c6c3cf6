package dev.cadastre.server.search;

import dev.cadastre.query.Field;
import dev.cadastre.query.Problem;
import dev.cadastre.query.Query;
import dev.cadastre.query.Wanted;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.roaringbitmap.RoaringBitmap;

/** A field that two parts know hosts by; the second one describes it. */
record JoinedField(QueryField first, QueryField second) implements QueryField {

    @Override
    public Field field() {
        return second.field();
    }

    @Override
    public RoaringBitmap matching(Query.Match match, QueryMoment moment) {
        RoaringBitmap found = first.matching(match, moment);
        found.or(second.matching(match, moment));
        return found;
    }

    @Override
    public RoaringBitmap matching(Query.Match match, RoaringBitmap visible, QueryMoment moment) {
        RoaringBitmap found = first.matching(match, visible, moment);
        found.or(second.matching(match, visible, moment));
        return found;
    }

    /** What one of them can answer is not wrong. */
    @Override
    public Optional<Problem> problem(Query.Match match, RoaringBitmap visible, QueryMoment moment) {
        return first.problem(match, visible, moment)
                .filter(_ -> second.problem(match, visible, moment).isPresent());
    }

    @Override
    public List<String> values(Wanted.Value wanted, RoaringBitmap visible) {
        return Stream.concat(
                        first.values(wanted, visible).stream(),
                        second.values(wanted, visible).stream())
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public Optional<Map<String, RoaringBitmap>> divide(Division division, QueryMoment moment) {
        return first.divide(division, moment).or(() -> second.divide(division, moment));
    }
}
