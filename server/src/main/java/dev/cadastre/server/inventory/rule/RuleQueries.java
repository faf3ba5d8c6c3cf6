package dev.cadastre.server.inventory.rule;

import dev.cadastre.query.Problem;
import dev.cadastre.query.Query;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.estate.RuleQueryCheck;
import dev.cadastre.server.search.Queries;
import dev.cadastre.server.search.QueryRefused;
import java.util.List;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/** Reads and answers the queries of rules. Thread-safe. */
@Component
class RuleQueries implements RuleQueryCheck {

    /** The field that asks for breaches. */
    private static final String FIELD = "rule";

    private final Queries queries;

    RuleQueries(Queries queries) {
        this.queries = queries;
    }

    /**
     * What a text asks for.
     *
     * @throws QueryRefused if it is no query, or asks who breaches rules: the answer would change
     *     with itself
     */
    Query parse(String text) {
        Query query = queries.parse(text);
        List<Problem> circular =
                query.terms()
                        .filter(term ->
                                term instanceof Query.Match match
                                        && match.field().name().equals(FIELD))
                        .map(term ->
                                new Problem(
                                        "query.rule-in-rule",
                                        term.place(),
                                        "a rule cannot ask who breaches rules",
                                        null))
                        .toList();
        if (!circular.isEmpty()) {
            throw new QueryRefused(text, circular);
        }
        return query;
    }

    /** The ordinals of the hosts that it finds anywhere. */
    RoaringBitmap hosts(String text) {
        return queries.hosts(text, parse(text), null, Reach.ALL);
    }

    @Override
    public List<Fault> faults(String text) {
        try {
            parse(text);
            return List.of();
        } catch (QueryRefused refused) {
            return refused.problems().stream()
                    .map(problem -> new Fault(problem.place().start(text), problem.message()))
                    .toList();
        }
    }
}
