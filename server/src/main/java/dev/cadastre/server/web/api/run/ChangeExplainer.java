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
        ChangeProblem first = refused.problems().getFirst();
        boolean one = refused.problems().size() == 1;
        return new ProblemException(
                kind(refused.reason()),
                one
                        ? first.message()
                        : "Nothing was done, for %d things are wrong."
                                .formatted(refused.problems().size()),
                one ? first.remedy() : "Correct what \"problems\" names.",
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
