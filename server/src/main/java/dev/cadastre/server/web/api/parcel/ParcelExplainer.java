package dev.cadastre.server.web.api.parcel;

import dev.cadastre.api.Problem;
import dev.cadastre.server.parcels.ParcelProblem;
import dev.cadastre.server.parcels.ParcelRefused;
import dev.cadastre.server.web.api.problem.FailureExplainer;
import dev.cadastre.server.web.api.problem.ProblemException;
import dev.cadastre.server.web.api.problem.ProblemKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says which parcel is not taken, or which app not deployed, with everything that is wrong. */
@Component
class ParcelExplainer implements FailureExplainer {

    @Override
    public @Nullable ProblemException explain(Exception failure) {
        return failure instanceof ParcelRefused refused ? explain(refused) : null;
    }

    private static ProblemException explain(ParcelRefused refused) {
        return ProblemException.of(
                kind(refused.reason()),
                refused.problems().stream().map(ParcelExplainer::part).toList());
    }

    private static Problem.Part part(ParcelProblem problem) {
        return new Problem.Part(
                problem.code(), problem.place(), problem.message(), problem.remedy());
    }

    private static ProblemKind kind(ParcelRefused.Reason reason) {
        return switch (reason) {
            case INVALID -> ProblemKind.PARCEL_INVALID;
            case UNKNOWN -> ProblemKind.PARCEL_UNKNOWN;
            case CONFLICT -> ProblemKind.PARCEL_CONFLICT;
            case UNUSABLE -> ProblemKind.PARCEL_UNUSABLE;
        };
    }
}
