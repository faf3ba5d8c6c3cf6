package dev.cadastre.server.monitoring.series.file;

import dev.cadastre.plugin.Metric;
import dev.cadastre.plugin.Unit;
import dev.cadastre.server.monitoring.series.SeriesLine;
import dev.cadastre.server.monitoring.series.SeriesSubject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Series files with a clock that a test sets; the test does what threads do otherwise. */
final class Monitored implements AutoCloseable {

    static final Duration GATHER = Duration.ofMinutes(5);
    static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    static final int MONITOR = 7;

    final Moments clock = new Moments(START);
    private final Path home;
    private Duration interval = Duration.ofMinutes(1);
    private boolean gone;
    private long ticks;
    private SeriesFiles files;

    Monitored(Path home) {
        this.home = home;
        files = open(home);
    }

    private SeriesFiles open(Path folder) {
        return new SeriesFiles(
                folder,
                monitor ->
                        gone
                                ? Optional.empty()
                                : Optional.of(
                                        new SeriesSubject("disk", "host:web1", "qa", interval)),
                GATHER,
                20_000,
                clock,
                () -> ticks);
    }

    SeriesFiles files() {
        return files;
    }

    Path home() {
        return home;
    }

    void interval(Duration changed) {
        interval = changed;
    }

    /** The monitor is no more, and its series are forgotten. */
    void end() {
        gone = true;
        files.forget(MONITOR);
        while (files.removeNext()) {}
    }

    void pass(Duration duration) {
        clock.pass(duration);
        ticks += duration.toNanos();
    }

    /** After one interval, a result with a plain value of this name. */
    void next(String label, double value) {
        next(Metric.of(label, value, Unit.NONE));
    }

    void next(Metric... metrics) {
        pass(interval);
        store(clock.instant(), metrics);
    }

    void store(Instant at, Metric... metrics) {
        files.store(MONITOR, at, List.of(metrics));
        takeIn();
    }

    void takeIn() {
        try {
            files.takeIn(0);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes everything to its files. */
    void write() {
        write(Integer.MAX_VALUE);
    }

    /** Writes so many monitors' values to their files. */
    void write(int most) {
        takeIn();
        ticks += GATHER.toNanos();
        for (int i = 0; i < most && files.writeNext(); i++) {}
    }

    /** What a process sees that starts now and finds what the first has left on the disk. */
    void restart(Path folder) {
        files = open(folder);
    }

    SeriesLine line(String label, Duration back, int points) {
        return files.read(
                        MONITOR,
                        label::equals,
                        clock.instant().minus(back),
                        clock.instant(),
                        points)
                .lines()
                .getFirst();
    }

    /** The last values, a point for each interval. */
    double[] last(String label, int count) {
        double[] all = line(label, interval.multipliedBy(count), 10_000).average().toArray();
        return Arrays.copyOfRange(all, all.length - count, all.length);
    }

    @Override
    public void close() {
        files.close();
    }
}
