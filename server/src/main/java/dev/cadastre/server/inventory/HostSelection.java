package dev.cadastre.server.inventory;

import dev.cadastre.query.Query;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.inventory.query.HostIndex;
import dev.cadastre.server.search.Queries;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/** Chooses hosts by a text in the query language. */
@Component
class HostSelection {

    private static final String LIFECYCLE = "lifecycle";
    private static final String ANY_LIFE = LIFECYCLE + ":*";

    private final Queries queries;
    private final HostIndex index;

    HostSelection(Queries queries, HostIndex index) {
        this.queries = queries;
        this.index = index;
    }

    /**
     * What is left to read.
     *
     * @param query which of the hosts
     * @param among the hosts; not all of them where the next page is known already
     * @param found all of the hosts
     */
    record Selected(HostQuery query, List<Integer> among, RoaringBitmap found) {

        /** Whether there is more to read if fewer than {@code among} are still there. */
        boolean cut() {
            return among.size() < found.getCardinality();
        }

        List<Integer> all() {
            return HostSelection.list(found);
        }
    }

    Selected select(HostQuery query, String text, Reach reach) {
        Query asked = queries.parse(text);
        boolean saysLife = asked.terms().anyMatch(HostSelection::isLife);
        HostQuery narrowed = saysLife ? query.inAnyLife() : query;
        Query whole =
                saysLife || query.lifecycle() == Lifecycle.LIVE
                        ? asked
                        : Query.allOf(List.of(asked, queries.parse(ANY_LIFE)));
        RoaringBitmap found = queries.hosts(text, whole, query.at(), reach);
        List<Integer> page = page(narrowed, found);
        return new Selected(narrowed, page == null ? list(found) : page, found);
    }

    private static List<Integer> list(RoaringBitmap hosts) {
        return Arrays.stream(hosts.toArray()).boxed().toList();
    }

    private static boolean isLife(Query.Term term) {
        return term instanceof Query.Match match && match.field().name().equals(LIFECYCLE);
    }

    /** Spares the database the sorting of many hosts where nothing but the query narrows them. */
    private @Nullable List<Integer> page(HostQuery query, RoaringBitmap found) {
        if (query.isNarrowed()) {
            return null;
        }
        List<String> after = Cursor.parts(query.after(), 2);
        return index.first(
                query.at(),
                found,
                after == null ? null : after.get(0),
                after == null ? 0 : Cursor.number(String.valueOf(query.after()), after.get(1)),
                query.limit() + 1);
    }
}
