package dev.cadastre.server.web.api;

import dev.cadastre.api.Change;
import dev.cadastre.api.Diff;
import dev.cadastre.api.PackageDifference;
import dev.cadastre.api.ValueDifference;
import dev.cadastre.server.inventory.HostDifference;
import dev.cadastre.server.inventory.HostMoment;
import java.util.List;

/** Differences as they are sent. */
public final class DiffRecords {

    private DiffRecords() {}

    public static Diff diff(HostDifference difference) {
        return new Diff(
                side(difference.a()),
                side(difference.b()),
                difference.packages().stream().map(DiffRecords::ofPackage).toList(),
                values(difference.facts()),
                values(difference.services()),
                values(difference.daemons()),
                values(difference.runtimes()));
    }

    private static Diff.Side side(HostMoment moment) {
        return new Diff.Side(moment.host(), moment.at());
    }

    private static PackageDifference ofPackage(HostDifference.PackageDifference difference) {
        return new PackageDifference(
                Change.valueOf(difference.change().name()),
                difference.name(),
                difference.type().purlType(),
                difference.arch(),
                difference.root(),
                difference.from(),
                difference.to());
    }

    private static List<ValueDifference> values(List<HostDifference.ValueDifference> differences) {
        return differences.stream()
                .map(difference ->
                        new ValueDifference(
                                Change.valueOf(difference.change().name()),
                                difference.name(),
                                difference.from(),
                                difference.to()))
                .toList();
    }
}
