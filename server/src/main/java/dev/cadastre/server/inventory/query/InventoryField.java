package dev.cadastre.server.inventory.query;

import dev.cadastre.query.Field;
import dev.cadastre.query.Problem;
import dev.cadastre.query.Query;
import dev.cadastre.query.Wanted;
import dev.cadastre.server.search.Division;
import dev.cadastre.server.search.QueryField;
import dev.cadastre.server.search.QueryMoment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.roaringbitmap.RoaringBitmap;

/** A field put together from what it can do. */
record InventoryField(
        Field field,
        BiFunction<Query.Match, QueryMoment, RoaringBitmap> matches,
        Judgement judgement,
        BiFunction<Wanted.Value, RoaringBitmap, List<String>> completion,
        BiFunction<Division, QueryMoment, Optional<Map<String, RoaringBitmap>>> counting)
        implements QueryField {

    /** Says what is wrong with a term, as far as these hosts tell. */
    @FunctionalInterface
    interface Judgement {
        Optional<Problem> problem(Query.Match match, RoaringBitmap visible, QueryMoment moment);
    }

    /** A field that only finds. */
    static InventoryField of(
            Field field, BiFunction<Query.Match, QueryMoment, RoaringBitmap> matches) {
        return new InventoryField(
                field,
                matches,
                (_, _, _) -> Optional.empty(),
                (_, _) -> List.of(),
                (_, _) -> Optional.empty());
    }

    /** The same that refuses some terms. */
    InventoryField judgedBy(Judgement judge) {
        return new InventoryField(field, matches, judge, completion, counting);
    }

    /** The same with values to offer. */
    InventoryField completedBy(BiFunction<Wanted.Value, RoaringBitmap, List<String>> values) {
        return new InventoryField(field, matches, judgement, values, counting);
    }

    /** The same with values by which hosts are counted. */
    InventoryField countedBy(
            BiFunction<Division, QueryMoment, Optional<Map<String, RoaringBitmap>>> divided) {
        return new InventoryField(field, matches, judgement, completion, divided);
    }

    @Override
    public RoaringBitmap matching(Query.Match match, QueryMoment moment) {
        return matches.apply(match, moment);
    }

    @Override
    public Optional<Problem> problem(Query.Match match, RoaringBitmap visible, QueryMoment moment) {
        return judgement.problem(match, visible, moment);
    }

    @Override
    public List<String> values(Wanted.Value wanted, RoaringBitmap visible) {
        return completion.apply(wanted, visible);
    }

    @Override
    public Optional<Map<String, RoaringBitmap>> divide(Division division, QueryMoment moment) {
        return counting.apply(division, moment);
    }
}
