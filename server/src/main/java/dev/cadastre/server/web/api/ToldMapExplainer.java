package dev.cadastre.server.web.api;

import dev.cadastre.api.Problem;
import dev.cadastre.server.topology.telling.MapProblem;
import dev.cadastre.server.topology.telling.MapRefused;
import dev.cadastre.server.web.api.problem.FailureExplainer;
import dev.cadastre.server.web.api.problem.ProblemException;
import dev.cadastre.server.web.api.problem.ProblemKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what the map did not take, with everything that is wrong. */
@Component
class ToldMapExplainer implements FailureExplainer {

    @Override
    public @Nullable ProblemException explain(Exception failure) {
        return failure instanceof MapRefused refused ? explain(refused) : null;
    }

    static ProblemException explain(MapRefused refused) {
        MapProblem first = refused.problems().getFirst();
        boolean one = refused.problems().size() == 1;
        return new ProblemException(
                kind(refused.reason()),
                one
                        ? (first.place().isEmpty() ? "" : first.place() + ": ") + first.message()
                        : "Nothing was taken, for %d things are wrong."
                                .formatted(refused.problems().size()),
                one ? first.remedy() : "Correct what \"problems\" names.",
                refused.problems().stream().map(ToldMapExplainer::part).toList());
    }

    private static Problem.Part part(MapProblem problem) {
        return new Problem.Part(
                problem.code(), problem.place(), problem.message(), problem.remedy());
    }

    private static ProblemKind kind(MapRefused.Reason reason) {
        return switch (reason) {
            case INVALID -> ProblemKind.MAP_INVALID;
            case UNKNOWN -> ProblemKind.MAP_UNKNOWN;
            case DECLARED -> ProblemKind.MAP_DECLARED;
            case CONFLICT -> ProblemKind.MAP_CONFLICT;
        };
    }
}
