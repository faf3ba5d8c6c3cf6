package dev.cadastre.server.web.api.monitor;

import dev.cadastre.api.Problem;
import dev.cadastre.server.monitoring.MonitorProblem;
import dev.cadastre.server.monitoring.MonitorRefused;
import dev.cadastre.server.monitoring.defining.Definitions;
import dev.cadastre.server.web.api.problem.FailureExplainer;
import dev.cadastre.server.web.api.problem.ProblemException;
import dev.cadastre.server.web.api.problem.ProblemKind;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what was not taken of monitors, with everything that is wrong. */
@Component
class MonitorExplainer implements FailureExplainer {

    @Override
    public @Nullable ProblemException explain(Exception failure) {
        return failure instanceof MonitorRefused refused ? explain(refused) : null;
    }

    private static ProblemException explain(MonitorRefused refused) {
        MonitorProblem first = refused.problems().getFirst();
        return of(kind(refused.reason(), first), refused.problems());
    }

    /** A problem of that kind with all that is wrong, at least one thing. */
    static ProblemException of(ProblemKind kind, List<MonitorProblem> problems) {
        return ProblemException.of(kind, problems.stream().map(MonitorExplainer::part).toList());
    }

    private static Problem.Part part(MonitorProblem problem) {
        return new Problem.Part(
                problem.code(), problem.place(), problem.message(), problem.remedy());
    }

    private static ProblemKind kind(MonitorRefused.Reason reason, MonitorProblem first) {
        return switch (reason) {
            case INVALID -> ProblemKind.MONITOR_INVALID;
            case UNKNOWN -> ProblemKind.MONITOR_UNKNOWN;
            case DECLARED -> ProblemKind.MONITOR_DECLARED;
            case CONFLICT ->
                    first.code().equals(Definitions.CHANGED)
                            ? ProblemKind.MONITOR_CHANGED
                            : ProblemKind.MONITOR_CONFLICT;
        };
    }
}
