package dev.cadastre.server.web.page.run;

import dev.cadastre.change.plan.Place;
import dev.cadastre.change.run.Cell;
import dev.cadastre.change.run.JobLine;
import dev.cadastre.change.run.Lane;
import dev.cadastre.change.run.RunView;
import dev.cadastre.change.run.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a run by hosts. Its columns tell of all hosts that the reader may see; its rows are
 * those of one page, where what failed or asks comes first.
 *
 * @param columns the steps in their order
 * @param counts how many hosts are how far, of all that the reader may see
 * @param rows those of this page
 * @param matching how many rows there are on all pages
 * @param filter what they are narrowed by
 */
public record RunMatrix(
        List<Column> columns,
        Map<RowState, Integer> counts,
        List<Row> rows,
        int matching,
        MatrixFilter filter) {

    /** The most rows of a page. */
    public static final int PAGE = 300;

    /** The most steps that leave room for words beside them. */
    private static final int ROOMY = 22;

    /**
     * A step.
     *
     * @param number in the change, from 1
     * @param counts at how many places it is how far
     */
    public record Column(int number, JobLine job, Map<CellState, Integer> counts) {

        /** At how many places nothing of it is left to do. */
        public int done() {
            return count(CellState::isDone);
        }

        /** At how many it went wrong. */
        public int wrong() {
            return count(CellState::isWrong);
        }

        /** How many places it has. */
        public int total() {
            return count(_ -> true);
        }

        private int count(java.util.function.Predicate<CellState> wanted) {
            return counts.entrySet().stream()
                    .filter(one -> wanted.test(one.getKey()))
                    .mapToInt(Map.Entry::getValue)
                    .sum();
        }

        /** {@code 298 done, and changed something; 2 failed}. */
        public String words() {
            return counts.entrySet().stream()
                    .map(one -> one.getValue() + " " + one.getKey().words())
                    .collect(Collectors.joining("; "));
        }
    }

    /**
     * A place.
     *
     * @param cells by column; null where the step is not done there
     * @param said why it failed, in a sentence; null if it did not
     */
    public record Row(
            Place place, RowState state, List<@Nullable CellState> cells, @Nullable String said) {}

    /** Why a row failed, if there is room for that; null otherwise. */
    public @Nullable String said(Row row) {
        return columns.size() <= ROOMY ? row.said() : null;
    }

    /** How many places there are. */
    public int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many rows of other pages follow. */
    public int following() {
        return Math.max(0, matching - filter.from() - rows.size());
    }

    /** The states of cells that there are. */
    public List<CellState> legend() {
        return columns.stream()
                .flatMap(column -> column.counts().keySet().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * The matrix of a run.
     *
     * @param lanes those that the reader may see
     */
    static RunMatrix of(RunView view, List<Lane> lanes, MatrixFilter filter) {
        Set<Place> more = view.left().stream().map(Step::place).collect(Collectors.toSet());
        List<JobLine> jobs = view.head().jobs();
        List<Row> rows = lanes.stream().map(lane -> row(lane, jobs, more)).toList();
        List<Row> matching =
                rows.stream()
                        .filter(filter::includes)
                        .sorted(Comparator.comparing(row -> !row.state().isFirst()))
                        .toList();
        Map<RowState, Integer> counts = new EnumMap<>(RowState.class);
        rows.forEach(row -> counts.merge(row.state(), 1, Integer::sum));
        return new RunMatrix(
                columns(jobs, rows),
                counts,
                matching.stream().skip(filter.from()).limit(PAGE).toList(),
                matching.size(),
                filter);
    }

    private static Row row(Lane lane, List<JobLine> jobs, Set<Place> more) {
        List<@Nullable CellState> cells = new ArrayList<>();
        jobs.forEach(job -> cells.add(state(lane, job.name())));
        Lane.Failure failure = lane.failure();
        return new Row(
                lane.place(),
                RowState.of(lane, more.contains(lane.place())),
                cells,
                failure == null ? null : RunWording.brief(failure.ending().reason()));
    }

    /** How far a step is at a place; null if it is not done there. */
    static @Nullable CellState state(Lane lane, String job) {
        Cell cell = lane.jobs().get(job);
        Cell undone = lane.undone().get(job);
        return cell == null || undone == null ? null : CellState.of(cell, undone);
    }

    private static List<Column> columns(List<JobLine> jobs, List<Row> rows) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < jobs.size(); i++) {
            Map<CellState, Integer> counts = new EnumMap<>(CellState.class);
            int column = i;
            rows.stream()
                    .map(row -> row.cells().get(column))
                    .filter(Objects::nonNull)
                    .forEach(state -> counts.merge(state, 1, Integer::sum));
            columns.add(new Column(i + 1, jobs.get(i), counts));
        }
        return columns;
    }
}
