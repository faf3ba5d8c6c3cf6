package dev.cadastre.server.search;

import dev.cadastre.query.Field;
import dev.cadastre.query.Problem;
import dev.cadastre.query.Query;
import dev.cadastre.query.Wanted;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.roaringbitmap.RoaringBitmap;

/** Something that queries can ask for. Thread-safe. */
public interface QueryField {

    /** How it is written. */
    Field field();

    /**
     * The ordinals of the hosts that match. Others than those that the reader may see may be among
     * them, for the caller leaves these out; the caller may change the bitmap.
     *
     * @param match a term of this field
     * @throws QueryRefused if the term cannot be answered
     */
    RoaringBitmap matching(Query.Match match, QueryMoment moment);

    /**
     * The same of a field whose answer tells of other hosts than those it finds, such as of what
     * they need: of these it may tell only if they are visible.
     *
     * @param visible the hosts of which it may tell
     */
    default RoaringBitmap matching(Query.Match match, RoaringBitmap visible, QueryMoment moment) {
        return matching(match, moment);
    }

    /**
     * What is wrong with a term as far as the hosts tell that the reader may see; what only others
     * have must not show in it.
     *
     * @param match a term of this field
     * @param visible the hosts of which it may tell
     */
    default Optional<Problem> problem(
            Query.Match match, RoaringBitmap visible, QueryMoment moment) {
        return Optional.empty();
    }

    /**
     * Values to offer while a term is written, the best first.
     *
     * @param visible the hosts from which values may be told
     */
    default List<String> values(Wanted.Value wanted, RoaringBitmap visible) {
        return List.of();
    }

    /**
     * The hosts by the values of this field; empty if it cannot be counted by so. A host may have
     * several values, and hosts that the caller leaves out may be among them.
     */
    default Optional<Map<String, RoaringBitmap>> divide(Division division, QueryMoment moment) {
        return Optional.empty();
    }
}
