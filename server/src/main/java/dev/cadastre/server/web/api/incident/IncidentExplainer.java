package dev.cadastre.server.web.api.incident;

import dev.cadastre.api.Problem;
import dev.cadastre.server.alerting.AlertingProblem;
import dev.cadastre.server.alerting.AlertingRefused;
import dev.cadastre.server.web.api.problem.FailureExplainer;
import dev.cadastre.server.web.api.problem.ProblemException;
import dev.cadastre.server.web.api.problem.ProblemKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what was not taken of incidents, silences and alerts, with everything that is wrong. */
@Component
class IncidentExplainer implements FailureExplainer {

    @Override
    public @Nullable ProblemException explain(Exception failure) {
        return failure instanceof AlertingRefused refused ? explain(refused) : null;
    }

    private static ProblemException explain(AlertingRefused refused) {
        return ProblemException.of(
                kind(refused.reason()),
                refused.problems().stream().map(IncidentExplainer::part).toList());
    }

    private static Problem.Part part(AlertingProblem problem) {
        return new Problem.Part(
                problem.code(), problem.place(), problem.message(), problem.remedy());
    }

    private static ProblemKind kind(AlertingRefused.Reason reason) {
        return switch (reason) {
            case INVALID -> ProblemKind.ALERTING_INVALID;
            case UNKNOWN -> ProblemKind.ALERTING_UNKNOWN;
            case CONFLICT -> ProblemKind.ALERTING_CONFLICT;
        };
    }
}
