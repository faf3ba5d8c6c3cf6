package dev.cadastre.server.search;

import dev.cadastre.query.Pattern;
import dev.cadastre.query.Query;
import dev.cadastre.server.access.Reach;
import java.util.SortedMap;
import org.roaringbitmap.RoaringBitmap;

/** What queries choose from: the hosts. Implemented by the part that owns them. */
public interface QuerySubjects {

    /**
     * The ordinals of the hosts that were there at that moment, in environments within reach; only
     * these are ever found. Retired hosts are among them where the query asks for such.
     */
    RoaringBitmap within(Query query, Reach reach, QueryMoment moment);

    /** The hosts that a word without a field means. */
    RoaringBitmap named(Pattern word, QueryMoment moment);

    /** The hosts by environment. */
    SortedMap<String, RoaringBitmap> environments(QueryMoment moment);
}
