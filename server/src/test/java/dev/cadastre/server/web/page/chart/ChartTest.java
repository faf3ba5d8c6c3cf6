package dev.cadastre.server.web.page.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.plugin.Unit;
import dev.cadastre.server.monitoring.series.Consolidation;
import dev.cadastre.server.monitoring.series.SeriesLabel;
import dev.cadastre.server.monitoring.series.SeriesLine;
import dev.cadastre.server.monitoring.series.Values;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ChartTest {

    private static final Instant START = Instant.parse("2026-11-21T11:00:00Z");
    private static final TimeWindow WINDOW = new TimeWindow(START, START.plusSeconds(240));

    private static SeriesLine line(String unit, String warning, String critical, double... values) {
        return new SeriesLine(
                new SeriesLabel(
                        "load",
                        Unit.of(unit),
                        warning,
                        critical,
                        OptionalDouble.empty(),
                        OptionalDouble.empty()),
                START,
                Duration.ofMinutes(1),
                Duration.ofMinutes(1),
                Consolidation.IN_FULL,
                Values.of(values),
                Values.of(values),
                Values.of(values));
    }

    @Test
    void drawsALineThatIsInterruptedWhereNothingIsKnown() {
        Chart chart = Chart.of(line("%", "80", "90", 0, 100, Double.NaN, 50), WINDOW);

        assertThat(chart.line()).isEqualTo("M125.0 140.0h.01L375.0 0.0M875.0 70.0h.01");
        assertThat(chart.band()).isEmpty();
        assertThat(chart.texts()).isEqualTo("0 %\n100 %\n\n50 %");
        assertThat(chart.last()).isEqualTo("50 %");
    }

    @Test
    void showsWhereAValueIsAProblem() {
        Chart chart = Chart.of(line("%", "80", "90", 10, 20, 30, 40), WINDOW);

        assertThat(chart.zones())
                .containsExactly(new Zone("warn", "0.0", "28.0"), new Zone("crit", "0.0", "14.0"));
        assertThat(chart.limits()).isEqualTo("warning at 80, critical at 90");
    }

    @Test
    void aRangeThatWarnsInsideIsShownInside() {
        Chart chart = Chart.of(line("%", "@40:60", "", 10, 20, 30, 40), WINDOW);

        assertThat(chart.zones()).containsExactly(new Zone("warn", "56.0", "28.0"));
    }

    @Test
    void saysSoIfNothingIsKnown() {
        Chart chart = Chart.of(line("%", "80", "", Double.NaN, Double.NaN), WINDOW);

        assertThat(chart.last()).isNull();
        assertThat(chart.line()).isEmpty();
    }

    @Test
    void changesAtAboutTheSameTimeShareAMark() {
        var first = new ChangeMark.Change(START.plusSeconds(10), "host:web1", "2 packages changed");
        var second = new ChangeMark.Change(START.plusSeconds(11), "host:web1", "nginx restarted");
        var late = new ChangeMark.Change(START.plusSeconds(200), "host:web1", "a value changed");
        var outside = new ChangeMark.Change(START.minusSeconds(1), "host:web1", "before");

        List<ChangeMark> marks = ChangeMark.of(List.of(late, outside, second, first), WINDOW);

        assertThat(marks).extracting(mark -> mark.changes().size()).containsExactly(2, 1);
        assertThat(marks.getFirst().words())
                .isEqualTo("host:web1: 2 packages changed\nhost:web1: nginx restarted");
    }
}
