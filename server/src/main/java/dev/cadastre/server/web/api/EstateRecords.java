package dev.cadastre.server.web.api;

import dev.cadastre.api.Change;
import dev.cadastre.api.EstateProblem;
import dev.cadastre.api.HostValues;
import dev.cadastre.api.Problem;
import dev.cadastre.api.ValueDifference;
import dev.cadastre.ini.Origin;
import dev.cadastre.server.estate.EstateDiff;
import dev.cadastre.server.estate.EstatePlan;
import dev.cadastre.server.estate.EstateStatus;
import dev.cadastre.server.estate.HostView;
import java.util.Comparator;
import java.util.List;

/** The declared estate as it is sent. */
public final class EstateRecords {

    private EstateRecords() {}

    /** Every value that a host sees, by key. */
    public static HostValues values(HostView view) {
        return new HostValues(
                view.host(),
                view.values().stream()
                        .sorted(Comparator.comparing(HostView.Shown::key))
                        .map(EstateRecords::value)
                        .toList());
    }

    /** How the file stands. */
    public static dev.cadastre.api.EstateStatus status(EstateStatus status) {
        return new dev.cadastre.api.EstateStatus(
                status.file(), status.appliedAt(), problems(status.problems()));
    }

    /** What a file would change. */
    public static dev.cadastre.api.EstatePlan plan(EstatePlan plan) {
        return new dev.cadastre.api.EstatePlan(
                problems(plan.problems()),
                plan.diff().changes().stream().map(EstateRecords::change).toList());
    }

    /** What is wrong with a file. */
    public static List<EstateProblem> problems(List<dev.cadastre.ini.Problem> problems) {
        return problems.stream().map(EstateRecords::problem).toList();
    }

    /** The same as parts of a refusal. */
    static List<Problem.Part> parts(List<dev.cadastre.ini.Problem> problems) {
        return problems.stream()
                .map(problem ->
                        new Problem.Part(
                                problem.code(),
                                problem.place(),
                                problem.message(),
                                problem.remedy()))
                .toList();
    }

    private static HostValues.Value value(HostView.Shown shown) {
        Origin origin = shown.origin();
        return new HostValues.Value(
                shown.key(), shown.value(), origin.file(), origin.line(), origin.section());
    }

    private static dev.cadastre.api.EstatePlan.SectionChange change(EstateDiff.Change change) {
        return new dev.cadastre.api.EstatePlan.SectionChange(
                Change.valueOf(change.action().name()),
                change.kind().section(change.name()),
                change.values().stream().map(EstateRecords::difference).toList());
    }

    private static ValueDifference difference(EstateDiff.ValueChange value) {
        Change change =
                value.before() == null
                        ? Change.ADDED
                        : value.after() == null ? Change.REMOVED : Change.CHANGED;
        return new ValueDifference(
                change, value.key(), value.before(), value.after(), value.difference());
    }

    private static EstateProblem problem(dev.cadastre.ini.Problem problem) {
        return new EstateProblem(
                EstateProblem.Severity.valueOf(problem.severity().name()),
                problem.file(),
                problem.line(),
                problem.column(),
                problem.code(),
                problem.message(),
                problem.remedy());
    }
}
