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

    /** What came of asking. */
    public sealed interface Answer {

        /**
         * It was answered.
         *
         * @param hosts the ordinals of the hosts that match now, in all environments
         */
        record Found(RoaringBitmap hosts) implements Answer {}

        /**
         * It cannot be answered just now, which says nothing of any host.
         *
         * @param why as a sentence
         */
        record Unanswered(String why) implements Answer {}
    }

    /** Asks once. */
    public Answer ask(String q) {
        try {
            return new Answer.Found(queries.hosts(q, queries.parse(q), null, Reach.ALL));
        } catch (QueryRefused refused) {
            return new Answer.Unanswered(
                    "The query %s cannot be answered: %s."
                            .formatted(q, refused.problems().getFirst().message()));
        } catch (QueryTooSlow slow) {
            return new Answer.Unanswered(
                    "The query %s was given up after %d s.".formatted(q, slow.limit().toSeconds()));
        }
    }

    /**
     * Ordinals of the hosts that match now, in all environments; empty if that cannot be answered
     * just now, which says nothing of any host and is logged.
     */
    public Optional<RoaringBitmap> hosts(String q) {
        return switch (ask(q)) {
            case Answer.Found(RoaringBitmap hosts) -> Optional.of(hosts);
            case Answer.Unanswered(String why) -> {
                log.warn("{}", why);
                yield Optional.empty();
            }
        };
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
