package dev.cadastre.server.web.page.run;

import dev.cadastre.change.plan.Place;
import dev.cadastre.change.run.Cell;
import dev.cadastre.change.run.Ending;
import dev.cadastre.change.run.JobLine;
import dev.cadastre.change.run.Lane;
import dev.cadastre.server.change.ChangeRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One step of a run at all its places.
 *
 * @param groups where it is alike, what has to be looked at first
 * @param slowest where it took longest; null if it ended nowhere
 * @param offers what can be asked about it
 */
public record StepPage(
        ChangeRun run,
        JobLine job,
        List<Group> groups,
        @Nullable Slowest slowest,
        List<RunOffer> offers) {

    private static final int MOST_GROUPS = 50;

    /** Where it took longest. */
    public record Slowest(Place place, Duration took) {}

    /**
     * Places where it is as far for the same reason.
     *
     * @param reason in a sentence; may be empty
     */
    public record Group(CellState state, String reason, List<Place> places) {}

    private record Alike(CellState state, String reason) {}

    static StepPage of(ChangeRun run, JobLine job, List<Lane> lanes, List<RunOffer> offers) {
        return new StepPage(
                run, job, groups(job.name(), lanes), slowest(job.name(), lanes), offers);
    }

    private static List<Group> groups(String job, List<Lane> lanes) {
        Map<Alike, List<Place>> alike = new LinkedHashMap<>();
        for (Lane lane : lanes) {
            CellState state = RunMatrix.state(lane, job);
            if (state != null) {
                alike.computeIfAbsent(new Alike(state, reason(lane, job)), _ -> new ArrayList<>())
                        .add(lane.place());
            }
        }
        return alike.entrySet().stream()
                .map(one -> new Group(one.getKey().state(), one.getKey().reason(), one.getValue()))
                .sorted(
                        Comparator.comparing(Group::state)
                                .thenComparingInt(group -> -group.places().size()))
                .limit(MOST_GROUPS)
                .toList();
    }

    private static String reason(Lane lane, String job) {
        Cell undone = lane.undone().get(job);
        Cell cell = lane.jobs().get(job);
        return undone != null && undone.ending() != null
                ? undone.reason()
                : cell == null ? "" : cell.reason();
    }

    private static @Nullable Slowest slowest(String job, List<Lane> lanes) {
        return lanes.stream()
                .map(lane -> slowness(lane, job))
                .filter(Objects::nonNull)
                .max(Comparator.comparing(Slowest::took))
                .orElse(null);
    }

    private static @Nullable Slowest slowness(Lane lane, String job) {
        Cell cell = lane.jobs().get(job);
        Ending ending = cell == null ? null : cell.ending();
        return ending == null ? null : new Slowest(lane.place(), ending.took());
    }
}
