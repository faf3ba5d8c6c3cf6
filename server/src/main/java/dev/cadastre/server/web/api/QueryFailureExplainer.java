package dev.cadastre.server.web.api;

import dev.cadastre.api.Problem;
import dev.cadastre.server.search.QueryRefused;
import dev.cadastre.server.search.QueryTooSlow;
import dev.cadastre.server.web.api.problem.FailureExplainer;
import dev.cadastre.server.web.api.problem.ProblemException;
import dev.cadastre.server.web.api.problem.ProblemKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what is wrong with a query, and where. */
@Component
class QueryFailureExplainer implements FailureExplainer {

    @Override
    public @Nullable ProblemException explain(Exception failure) {
        return switch (failure) {
            case QueryRefused refused -> refused(refused);
            case QueryTooSlow slow ->
                    new ProblemException(
                            ProblemKind.QUERY_TOO_SLOW,
                            "The query was given up after %s s."
                                    .formatted(slow.limit().toSeconds()),
                            "Ask for less, such as for one environment, or without globs; the"
                                    + " setting [search] limit allows more time.");
            default -> null;
        };
    }

    private static ProblemException refused(QueryRefused refused) {
        return new ProblemException(
                ProblemKind.QUERY_BAD,
                "“%s” is no query that can be answered.".formatted(refused.text()),
                "All fields are listed at /api/v1/query/fields, and /manual/queries explains them.",
                refused.problems().stream().map(QueryFailureExplainer::part).toList());
    }

    private static Problem.Part part(dev.cadastre.query.Problem problem) {
        return new Problem.Part(
                problem.code(),
                "column " + problem.column(),
                problem.message(),
                null,
                problem.column(),
                problem.length(),
                problem.suggestion());
    }
}
