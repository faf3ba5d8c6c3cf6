package dev.cadastre.server.web.page.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.plugin.Unit;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class AxisTest {

    @Property
    void holdsAllValuesBetweenRoundOnes(
            @ForAll @DoubleRange(min = -1e9, max = 1e9) double one,
            @ForAll @DoubleRange(min = -1e9, max = 1e9) double other) {
        double least = Math.min(one, other);
        double most = Math.max(one, other);

        Axis axis = Axis.of(least, most, List.of(), Unit.of("B"));

        double near = Math.max(1e-6, Math.max(Math.abs(least), Math.abs(most)) * 1e-6);
        assertThat(axis.low()).isLessThanOrEqualTo(least + near);
        assertThat(axis.high()).isGreaterThanOrEqualTo(most - near).isGreaterThan(axis.low());
        assertThat(axis.ticks()).hasSizeBetween(2, 8);
    }

    @Test
    void showsSharesOfAHundredAsSuch() {
        assertThat(Axis.of(41, 42, List.of(80.0), Unit.of("%")).ticks())
                .containsExactly(0.0, 50.0, 100.0);
    }

    @Test
    void showsLimitsThatAreNearAndLeavesOutThoseThatAreFar() {
        assertThat(Axis.of(3, 7, List.of(8.0), Unit.NONE).high()).isGreaterThanOrEqualTo(8);
        assertThat(Axis.of(3, 7, List.of(500.0), Unit.NONE).high()).isLessThan(20);
    }

    @Test
    void doesNotBeginAtNothingWhereThatWouldHideWhatChanges() {
        assertThat(Axis.of(95, 99, List.of(), Unit.of("V")).low()).isGreaterThan(50);
        assertThat(Axis.of(1, 99, List.of(), Unit.of("V")).low()).isZero();
    }
}
