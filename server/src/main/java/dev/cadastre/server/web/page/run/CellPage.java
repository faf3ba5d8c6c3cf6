package dev.cadastre.server.web.page.run;

import dev.cadastre.change.plan.Place;
import dev.cadastre.change.plan.PlannedJob;
import dev.cadastre.change.run.Cell;
import dev.cadastre.change.run.Ending;
import dev.cadastre.change.run.JobLine;
import dev.cadastre.server.change.ChangeRun;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one step of a run did at one place.
 *
 * @param state how far it is
 * @param cell what is known of it
 * @param undone what is known of its undoing
 * @param output what it printed, or its undoing, the last of it
 * @param isRunning whether more may come
 * @param planned what the plan says of it; null if it was begun, or the reader may not see the plan
 * @param offers what can be asked about it
 * @param answerable whether the reader may answer what it asks
 */
public record CellPage(
        ChangeRun run,
        JobLine job,
        Place place,
        CellState state,
        Cell cell,
        Cell undone,
        String output,
        boolean isRunning,
        @Nullable PlannedJob planned,
        List<RunOffer> offers,
        boolean answerable) {

    /** How the last attempt ended, of its undoing if there was any; null before any did. */
    public @Nullable Ending ending() {
        return isUndoing() ? undone.ending() : cell.ending();
    }

    /** Whether it tells of the undoing. */
    public boolean isUndoing() {
        return isBegun(undone);
    }

    /** Whether anything was done for it, or it was passed over. */
    static boolean isBegun(Cell cell) {
        return cell.attempts() > 0 || cell.skipped();
    }

    /** How often it was begun. */
    public int attempts() {
        return isUndoing() ? undone.attempts() : cell.attempts();
    }

    /** What would be, or was, changed, a line each. */
    public List<String> wishes() {
        Ending ending = ending();
        PlannedJob plan = planned;
        return ending != null ? ending.wishes() : plan == null ? List.of() : plan.wishes();
    }

    /** The same as differences of files. */
    public List<RunDiff> differences() {
        Ending ending = ending();
        PlannedJob plan = planned;
        List<String> all =
                ending != null
                        ? ending.differences()
                        : plan == null ? List.of() : plan.differences();
        return all.stream().map(RunDiff::of).toList();
    }

    /** What is asked about it; empty for nothing. */
    public String question() {
        return undone.asks() ? undone.question() : cell.question();
    }

    /** Whether that is a note to be confirmed; otherwise it is to be settled. */
    public boolean isNote() {
        return (undone.asks() ? undone : cell).doubt() == Cell.Doubt.NONE;
    }
}
