package dev.cadastre.server.web.page.run;

import dev.cadastre.change.run.Cell;
import dev.cadastre.change.run.Ending;
import dev.cadastre.change.run.Hold;
import dev.cadastre.change.run.JobLine;
import dev.cadastre.change.run.Lane;
import dev.cadastre.server.change.ChangeRun;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All steps of a run at one place.
 *
 * @param lines the steps that are done there
 */
public record PlacePage(ChangeRun run, Lane lane, List<Line> lines) {

    /**
     * A step.
     *
     * @param ending how it, or its undoing, ended; null before it did
     */
    public record Line(JobLine job, CellState state, @Nullable Ending ending) {}

    static PlacePage of(ChangeRun run, Lane lane, List<JobLine> jobs) {
        return new PlacePage(run, lane, jobs.stream().flatMap(job -> line(lane, job)).toList());
    }

    private static Stream<Line> line(Lane lane, JobLine job) {
        Cell cell = lane.jobs().get(job.name());
        Cell undone = lane.undone().get(job.name());
        if (cell == null || undone == null) {
            return Stream.empty();
        }
        Ending ending =
                undone.ending() == null ? cell.ending() : Objects.requireNonNull(undone.ending());
        return Stream.of(new Line(job, CellState.of(cell, undone), ending));
    }

    /** Whether the run has the lock there, or may have it. */
    public boolean isLocked() {
        return lane.hold().lock() != Hold.Lock.FREE;
    }
}
