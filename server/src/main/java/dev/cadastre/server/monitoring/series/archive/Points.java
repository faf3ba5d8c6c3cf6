package dev.cadastre.server.monitoring.series.archive;

import dev.cadastre.server.monitoring.series.Values;
import java.util.Arrays;
import java.util.List;

/**
 * Values on a grid; NaN where nothing is known.
 *
 * @param grid the times
 * @param average the mean over what is known of each point's time
 * @param least the smallest value of all rows that reach into it
 * @param most the largest of these
 */
public record Points(Grid grid, Values average, Values least, Values most) {

    /**
     * Makes fewer points of rows, or more. No extreme is lost, and each row counts in the mean for
     * as long as it lies within the point. Rows may overlap.
     */
    public static Points of(Grid grid, List<Rows> all) {
        Sums sums = new Sums(grid);
        all.forEach(sums::add);
        return sums.points();
    }

    /** What is known of each point so far. */
    private static final class Sums {

        private final Grid grid;
        private final double[] sum;
        private final double[] known;
        private final double[] least;
        private final double[] most;

        Sums(Grid grid) {
            this.grid = grid;
            sum = new double[grid.points()];
            known = new double[grid.points()];
            least = new double[grid.points()];
            most = new double[grid.points()];
            Arrays.fill(least, Double.NaN);
            Arrays.fill(most, Double.NaN);
        }

        void add(Rows rows) {
            long before = (grid.start() - rows.start()) / rows.step();
            for (int row = Math.clamp(before, 0, rows.average().size());
                    row < rows.average().size();
                    row++) {
                if (!Double.isNaN(rows.average().get(row))) {
                    add(rows, row, rows.start() + row * rows.step());
                }
            }
        }

        private void add(Rows rows, int row, long start) {
            long end = Math.min(start + rows.step(), grid.end());
            int point = (int) Math.max(0, (start - grid.start()) / grid.step());
            for (long at = grid.start() + point * grid.step(); at < end; at += grid.step()) {
                long within = Math.min(end, at + grid.step()) - Math.max(start, at);
                if (within > 0) {
                    add(point, within, rows, row);
                }
                point++;
            }
        }

        private void add(int point, long seconds, Rows rows, int row) {
            double average = rows.average().get(row);
            sum[point] += average * seconds;
            known[point] += seconds;
            // Also the mean: what rrd4j keeps as the extremes of a step is the last value in it.
            least[point] = lesser(least[point], lesser(average, rows.least().get(row)));
            most[point] = greater(most[point], greater(average, rows.most().get(row)));
        }

        Points points() {
            double[] average = new double[sum.length];
            for (int point = 0; point < sum.length; point++) {
                average[point] = known[point] > 0 ? sum[point] / known[point] : Double.NaN;
            }
            return new Points(grid, Values.of(average), Values.of(least), Values.of(most));
        }
    }

    private static double lesser(double one, double other) {
        return one <= other || Double.isNaN(other) ? one : other;
    }

    private static double greater(double one, double other) {
        return one >= other || Double.isNaN(other) ? one : other;
    }
}
