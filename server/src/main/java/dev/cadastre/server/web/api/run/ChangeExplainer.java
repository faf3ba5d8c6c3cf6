package dev.cadastre.server.web.api.run;

import dev.cadastre.api.Problem;
import dev.cadastre.server.change.ChangeProblem;
import dev.cadastre.server.change.ChangeRefused;
import dev.cadastre.server.web.api.problem.FailureExplainer;
import dev.cadastre.server.web.api.problem.ProblemException;
import dev.cadastre.server.web.api.problem.ProblemKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what is not planned or run, with everything that is wrong. */
@Component
class ChangeExplainer implements FailureExplainer {

    @Override
    public @Nullable ProblemException explain(Exception failure) {
        return failure instanceof ChangeRefused refused ? explain(refused) : null;
    }

    private static ProblemException explain(ChangeRefused refused) {
        return ProblemException.of(
                kind(refused.reason()),
                refused.problems().stream().map(ChangeExplainer::part).toList());
    }

    private static Problem.Part part(ChangeProblem problem) {
        return new Problem.Part(
                problem.code(), problem.place(), problem.message(), problem.remedy());
    }

    private static ProblemKind kind(ChangeRefused.Reason reason) {
        return switch (reason) {
            case INVALID -> ProblemKind.CHANGE_INVALID;
            case UNKNOWN -> ProblemKind.CHANGE_UNKNOWN;
            case CONFLICT -> ProblemKind.CHANGE_CONFLICT;
            case UNUSABLE -> ProblemKind.CHANGE_UNUSABLE;
        };
    }
}
