package dev.cadastre.server.monitoring.series.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cadastre.server.monitoring.series.Values;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PointsTest {

    private static final double GAP = Double.NaN;

    private static Rows minutes(long start, double... values) {
        return Rows.ofAverages(start, 60, Values.of(values));
    }

    @Test
    void givesRowsAsTheyAreIfThereIsRoom() {
        Grid grid = Grid.of(600, 780, 100, 60);
        Points points = Points.of(grid, List.of(minutes(600, 1, GAP, 3)));

        assertThat(grid).isEqualTo(new Grid(600, 60, 3));
        assertThat(points.average().toArray()).containsExactly(1, GAP, 3);
        assertThat(points.least().toArray()).containsExactly(1, GAP, 3);
        assertThat(points.most().toArray()).containsExactly(1, GAP, 3);
    }

    @Test
    void makesFewerPointsThatLoseNoPeak() {
        Points points = Points.of(Grid.of(600, 840, 2, 60), List.of(minutes(600, 1, 9, GAP, 4)));

        assertThat(points.average().toArray()).containsExactly(5, 4);
        assertThat(points.least().toArray()).containsExactly(1, 4);
        assertThat(points.most().toArray()).containsExactly(9, 4);
    }

    @Test
    void spreadsCoarseRowsOfAnEarlierInterval() {
        Rows coarse = Rows.ofAverages(600, 180, Values.of(7));
        Points points = Points.of(Grid.of(600, 900, 100, 60), List.of(coarse, minutes(780, 1, 2)));

        assertThat(points.average().toArray()).containsExactly(7, 7, 7, 1, 2);
    }

    @Test
    void leavesOutWhatIsBeforeAndBehind() {
        Points points = Points.of(Grid.of(660, 720, 10, 60), List.of(minutes(600, 1, 2, 3, 4)));

        assertThat(points.average().toArray()).containsExactly(2);
    }

    @Property
    void losesNoExtremeAndKeepsTheMean(
            @ForAll @Size(min = 1, max = 200)
                    List<@DoubleRange(min = -1e6, max = 1e6) Double> values,
            @ForAll @IntRange(min = 1, max = 50) int most) {
        double[] array = values.stream().mapToDouble(Double::doubleValue).toArray();
        Grid grid = Grid.of(0, 60L * array.length, most, 60);
        Points points = Points.of(grid, List.of(minutes(0, array)));

        assertThat(grid.points()).isLessThanOrEqualTo(most);
        assertThat(Arrays.stream(points.most().toArray()).max().orElseThrow())
                .isEqualTo(Arrays.stream(array).max().orElseThrow());
        assertThat(Arrays.stream(points.least().toArray()).min().orElseThrow())
                .isEqualTo(Arrays.stream(array).min().orElseThrow());
        for (int point = 0; point < grid.points(); point++) {
            assertThat(points.average().get(point))
                    .isBetween(points.least().get(point) - 1e-6, points.most().get(point) + 1e-6);
        }
        if (array.length * 60L % grid.step() == 0) {
            assertThat(Arrays.stream(points.average().toArray()).average().orElseThrow())
                    .isCloseTo(Arrays.stream(array).average().orElseThrow(), within(1e-6));
        }
    }
}
