package dev.cadastre.server.monitoring.series.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cadastre.plugin.Metric;
import dev.cadastre.plugin.Range;
import dev.cadastre.plugin.Threshold;
import dev.cadastre.plugin.Thresholds;
import dev.cadastre.plugin.Unit;
import dev.cadastre.server.monitoring.series.Consolidation;
import dev.cadastre.server.monitoring.series.SeriesLabel;
import dev.cadastre.server.monitoring.series.SeriesLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeriesFilesTest {

    private static final double GAP = Double.NaN;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration DAY = Duration.ofDays(1);

    @TempDir private Path folder;

    private Monitored series;

    @BeforeEach
    void open() {
        series = new Monitored(folder.resolve("series"));
    }

    @AfterEach
    void close() {
        series.close();
    }

    private static Metric unknown(String label) {
        return new Metric(
                label,
                OptionalDouble.empty(),
                Unit.NONE,
                Threshold.NONE,
                Threshold.NONE,
                OptionalDouble.empty(),
                OptionalDouble.empty());
    }

    private List<Path> filesOf(long monitor) throws IOException {
        try (Stream<Path> all = Files.walk(series.home())) {
            return all.filter(path -> path.getFileName().toString().startsWith(monitor + "-"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void tellsADayInFull() {
        for (int i = 1; i <= 1_440; i++) {
            series.next("load", i);
        }
        SeriesLine line = series.line("load", DAY, 10_000);

        assertThat(line.step()).isEqualTo(MINUTE);
        assertThat(line.consolidation()).isEqualTo(Consolidation.IN_FULL);
        assertThat(line.start()).isEqualTo(Monitored.START);
        assertThat(line.average().toArray())
                .hasSize(1_440)
                .startsWith(1, 2, 3)
                .endsWith(1_439, 1_440);
    }

    @Test
    void tellsWhatWasToldLastOfALabel() {
        Metric metric =
                Metric.of("time", 3, Unit.of("ms"))
                        .with(Thresholds.of(new Range(0, 10, false), new Range(0, 20, false)));
        series.next(metric);
        series.write();

        assertThat(series.files().labels(Monitored.MONITOR))
                .containsExactly(
                        new SeriesLabel(
                                "time",
                                Unit.of("ms"),
                                "10",
                                "20",
                                OptionalDouble.empty(),
                                OptionalDouble.empty()));
        series.restart(series.home());
        assertThat(series.files().labels(Monitored.MONITOR))
                .extracting(SeriesLabel::warning)
                .containsExactly("10");
    }

    @Test
    void leavesAGapWhereAValueIsNotKnownOrMissing() {
        series.next("load", 1);
        series.next(unknown("load"));
        series.next("load", 3);
        series.next("other", 4);
        series.next("load", 5);

        assertThat(series.last("load", 5)).containsExactly(1, GAP, 3, GAP, 5);
    }

    @Test
    void leavesAGapWhereNoResultCame() {
        series.next("load", 1);
        series.pass(MINUTE.multipliedBy(9));
        series.next("load", 2);
        series.next("load", 3);

        assertThat(series.last("load", 4)).containsExactly(GAP, GAP, GAP, 3);
    }

    @Test
    void turnsACounterIntoARateThatHasAGapWhereItBeginsAgain() {
        for (double count : new double[] {600, 1_200, 1_260, 0, 60}) {
            series.next(Metric.of("packets", count, Unit.of("c")));
        }

        assertThat(series.last("packets", 5)).containsExactly(GAP, 10, 1, GAP, 1);
        assertThat(series.files().labels(Monitored.MONITOR)).allMatch(SeriesLabel::isRate);
    }

    @Test
    void goesOnInTheLatestUnitOfTheSameKind() {
        series.next(Metric.of("time", 2, Unit.of("s")));
        series.next(Metric.of("time", 500, Unit.of("ms")));

        assertThat(series.last("time", 2)).containsExactly(new double[] {2_000, 500}, within(1e-9));
    }

    @Test
    void doesNotMixUnitsOfAnotherKind() {
        series.next(Metric.of("used", 2_000, Unit.of("B")));
        series.next(Metric.of("used", 40, Unit.of("%")));
        assertThat(series.last("used", 2)).containsExactly(GAP, 40);

        series.next(Metric.of("used", 3_000, Unit.of("B")));
        assertThat(series.last("used", 3)).containsExactly(2_000, GAP, 3_000);
    }

    @Test
    void addsLabelsThatComeLaterOfAnyLengthAndScript() {
        String greek = "χρόνος απόκρισης του διακομιστή ".repeat(20) + "🦊";
        series.next("load", 1);
        series.write();
        series.next(Metric.of("load", 2, Unit.NONE), Metric.of(greek, 3, Unit.NONE));
        series.write();
        series.restart(series.home());

        assertThat(series.files().labels(Monitored.MONITOR))
                .extracting(SeriesLabel::label)
                .containsExactlyInAnyOrder("load", greek);
        assertThat(series.last("load", 2)).containsExactly(1, 2);
        assertThat(series.last(greek, 2)).containsExactly(GAP, 3);
    }

    @Test
    void boundsHowManyLabelsThereAre() {
        for (int result = 0; result < 4; result++) {
            Metric[] metrics = new Metric[200];
            for (int i = 0; i < metrics.length; i++) {
                metrics[i] = Metric.of("pid " + (200 * result + i), i, Unit.NONE);
            }
            series.next(metrics);
        }

        assertThat(series.files().labels(Monitored.MONITOR)).hasSize(MonitorFiles.MOST_COLUMNS);
    }

    @Test
    void refusesWhatIsNotLaterThanTheLast() {
        series.next("load", 1);
        series.store(series.clock.instant(), Metric.of("load", 9, Unit.NONE));
        series.store(series.clock.instant().minus(MINUTE), Metric.of("load", 9, Unit.NONE));
        series.store(series.clock.instant().plus(DAY), Metric.of("load", 9, Unit.NONE));
        series.next("load", 2);

        assertThat(series.last("load", 2)).containsExactly(1, 2);
        assertThat(series.files().figures().refused()).isEqualTo(3);
        assertThat(series.files().figures().stored()).isEqualTo(2);
    }

    @Test
    void keepsWhatWasBeforeAClockThatWasAhead() {
        series.next("load", 1);
        series.write();
        series.clock.pass(DAY.multipliedBy(400));
        series.next("load", 9);
        series.write();
        series.clock.pass(DAY.multipliedBy(-400));
        series.next("load", 3);
        series.next("load", 4);

        assertThat(series.last("load", 2)).containsExactly(3, 4);
        assertThat(series.files().figures().lost()).isZero();
    }

    @Test
    void keepsWhatWasBeforeTheIntervalChanged() {
        for (int i = 1; i <= 30; i++) {
            series.next("load", 5);
        }
        series.write();
        series.interval(Duration.ofSeconds(10));
        for (int i = 1; i <= 180; i++) {
            series.next("load", 7);
        }
        SeriesLine line = series.line("load", Duration.ofHours(1), 60);

        assertThat(line.average().toArray())
                .hasSize(60)
                .startsWith(5, 5)
                .endsWith(7, 7)
                .doesNotContain(GAP);
    }

    @Test
    void tellsPeaksOfLongAgo() {
        for (int i = 1; i <= 60 * 24 * 16; i++) {
            series.next("load", i == 100 ? 1_000 : 1);
            if (i % 10_000 == 0) {
                series.write();
            }
        }
        SeriesLine line = series.line("load", DAY.multipliedBy(16), 200);

        assertThat(line.consolidation()).isEqualTo(Consolidation.EXTREMES);
        assertThat(line.resolution()).isEqualTo(Duration.ofHours(1));
        assertThat(line.most().toArray()).contains(1_000);
        assertThat(line.average().toArray()).doesNotContain(1_000);
    }

    @Test
    void forgetsWhateverIsKept() throws IOException {
        series.next("load", 1);
        series.write();
        assertThat(filesOf(Monitored.MONITOR)).hasSize(2);
        series.next("load", 2);
        series.files().forget(Monitored.MONITOR);
        series.next("load", 3);
        series.write();
        while (series.files().removeNext()) {}

        assertThat(filesOf(Monitored.MONITOR)).isEmpty();
        assertThat(series.files().labels(Monitored.MONITOR)).isEmpty();
        assertThat(series.files().figures().waiting()).isZero();
    }

    @Test
    void copiesWhatWasTakenInAsTheNextProcessReadsIt() throws IOException {
        series.next("load", 1);
        series.write();
        series.next("load", 2);

        Path restored = folder.resolve("restored");
        for (Map.Entry<String, byte[]> copy : series.files().copy(Monitored.MONITOR).entrySet()) {
            Path file = restored.resolve(copy.getKey());
            Files.createDirectories(file.getParent());
            Files.write(file, copy.getValue());
        }
        series.restart(restored);

        assertThat(series.last("load", 2)).containsExactly(1, 2);
        assertThat(series.files().copy(8)).isEmpty();
        assertThat(series.files().known()).isOne();
    }

    @Test
    void removesNothingWhileItIsHeld() throws IOException {
        series.next("load", 1);
        series.write();
        series.files().hold(true);
        series.files().hold(true);
        series.end();
        series.files().hold(false);
        assertThat(series.files().removeNext()).isFalse();
        assertThat(series.files().copy(Monitored.MONITOR)).hasSize(2);

        series.files().hold(false);

        assertThat(series.files().removeNext()).isTrue();
        assertThat(filesOf(Monitored.MONITOR)).isEmpty();
    }

    @Test
    void knowsNothingMoreOfAMonitorThatIsNoMoreAlsoIfAResultComesLate() throws IOException {
        series.next("load", 1);
        series.write();
        series.next("load", 2);
        assertThat(series.files().known()).isOne();
        series.end();
        assertThat(series.files().known()).isZero();

        series.next("load", 3);
        series.write();

        assertThat(series.files().known()).isZero();
        assertThat(series.files().figures().waiting()).isZero();
        assertThat(filesOf(Monitored.MONITOR)).isEmpty();
    }

    @Test
    void dropsAndCountsWhatComesFasterThanItIsTakenIn() {
        Metric metric = Metric.of("load", 1, Unit.NONE);
        for (int monitor = 0; monitor < 20_100; monitor++) {
            series.files().store(monitor, Monitored.START, List.of(metric));
        }

        assertThat(series.files().figures().dropped()).isEqualTo(100);
    }

    @Test
    void waitsToWriteResultsTogetherAndTellsHowFarItIsBehind() {
        series.next("load", 1);
        assertThat(series.files().writeNext()).isFalse();

        series.pass(Monitored.GATHER.plus(MINUTE));
        assertThat(series.files().figures().behind()).isEqualTo(MINUTE);
        assertThat(series.files().writeNext()).isTrue();
        assertThat(series.files().figures().behind()).isZero();
        assertThat(series.files().figures().waiting()).isZero();
    }
}
