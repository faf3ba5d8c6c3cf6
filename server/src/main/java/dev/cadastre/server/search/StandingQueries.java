package dev.cadastre.server.search;

import dev.cadastre.server.access.Reach;
import java.util.List;
import java.util.Optional;
import org.roaringbitmap.RoaringBitmap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Answers queries that the server keeps and asks by itself again and again. Asks for no permission:
 * who lets one be kept has to. Thread-safe.
 */
@Service
public class StandingQueries {

    private static final Logger log = LoggerFactory.getLogger(StandingQueries.class);

    private final Queries queries;

    StandingQueries(Queries queries) {
        this.queries = queries;
    }

    /**
     * Ordinals of the hosts that match now, in all environments; empty if that cannot be answered
     * just now, which says nothing of any host.
     */
    public Optional<RoaringBitmap> hosts(String q) {
        try {
            return Optional.of(queries.hosts(q, queries.parse(q), null, Reach.ALL));
        } catch (QueryRefused | QueryTooSlow failure) {
            log.warn("The query {} cannot be answered just now", q, failure);
            return Optional.empty();
        }
    }

    /** All that is wrong with a query, as sentences; empty if it can be kept. */
    public List<String> faults(String q) {
        try {
            queries.parse(q);
            return List.of();
        } catch (QueryRefused refused) {
            return refused.problems().stream().map(one -> one.message()).toList();
        }
    }
}
