package dev.cadastre.server.web.api;

import dev.cadastre.api.Problem;
import dev.cadastre.server.access.AccessProblem;
import dev.cadastre.server.web.api.problem.FailureExplainer;
import dev.cadastre.server.web.api.problem.ProblemException;
import dev.cadastre.server.web.api.problem.ProblemKind;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Explains what cannot be done with people, tokens and sessions. */
@Component
class AccessProblemExplainer implements FailureExplainer {

    @Override
    public @Nullable ProblemException explain(Exception failure) {
        return failure instanceof AccessProblem problem ? explain(problem) : null;
    }

    private static ProblemException explain(AccessProblem problem) {
        ProblemKind kind =
                switch (problem.kind()) {
                    case INVALID -> ProblemKind.ACCESS_INVALID;
                    case UNKNOWN -> ProblemKind.ACCESS_UNKNOWN;
                    case CONFLICT -> ProblemKind.ACCESS_CONFLICT;
                };
        List<Problem.Part> parts =
                problem.flaws().stream()
                        .map(flaw ->
                                new Problem.Part(kind.code(), flaw.field(), flaw.message(), null))
                        .toList();
        return new ProblemException(
                kind, String.valueOf(problem.getMessage()), problem.remedy(), parts);
    }
}
