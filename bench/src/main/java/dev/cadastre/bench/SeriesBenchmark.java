package dev.cadastre.bench;

import dev.cadastre.plugin.Metric;
import dev.cadastre.plugin.Unit;
import dev.cadastre.server.monitoring.series.SeriesAnswer;
import dev.cadastre.server.monitoring.series.SeriesFigures;
import dev.cadastre.server.monitoring.series.SeriesSubject;
import dev.cadastre.server.monitoring.series.file.SeriesFiles;
import dev.cadastre.server.monitoring.series.file.SeriesThreads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How fast values are kept in round-robin files, beside rrdcached, and read again. */
final class SeriesBenchmark implements Benchmark {

    private static final int FILES = 10_000;
    private static final int FILES_OF_A_TRY = 1_000;

    /** As many as gather in each file while they wait, with results every minute. */
    private static final int VALUES = 5;

    private static final int ROUNDS = 10;

    /** As often the JVM has seen files be written before it is measured, as a server has. */
    private static final int WARM_UP_FILES = 50_000;

    private static final int WARM_UP_GRAPHS = 5;
    private static final int GRAPHS = 200;
    private static final int MINUTES_OF_DAY = 1_440;
    private static final int POINTS = 500;
    private static final double WANTED_MS = 5;

    /** Between looks whether all is written. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String PEER = "rrdcached";

    private final List<Figure> figures = new ArrayList<>();

    @Override
    public String name() {
        return "series";
    }

    @Override
    public Map<String, String> peers() throws IOException, InterruptedException {
        if (!Shell.available(PEER)) {
            return Map.of(PEER, "not installed: apt-get install rrdcached rrdtool");
        }
        String version = Shell.run(Map.of(), "rrdtool", "--version").output();
        return Map.of(PEER, version.lines().findFirst().orElse(""));
    }

    @Override
    public List<Figure> measure(Surroundings surroundings) throws Exception {
        int files = surroundings.fullSize() ? FILES : FILES_OF_A_TRY;
        Path folder = Files.createDirectory(surroundings.scratch().resolve("series"));
        long start =
                Clock.systemUTC().instant().minus(Duration.ofDays(2)).getEpochSecond() / 60 * 60;
        try (SeriesFiles ours = files(folder.resolve("ours"), files);
                SeriesThreads _ = new SeriesThreads(ours, Duration.ofSeconds(10))) {
            measureWriting(folder, files, start, ours);
            measureReading(ours, files, start);
        }
        return List.copyOf(figures);
    }

    private static SeriesFiles files(Path folder, int files) throws IOException {
        SeriesSubject subject = new SeriesSubject("bench", "host:bench", "bench", MINUTE);
        return new SeriesFiles(
                Files.createDirectory(folder),
                monitor -> Optional.of(subject),
                Duration.ofHours(1),
                Math.max(files * VALUES, GRAPHS * MINUTES_OF_DAY),
                Clock.systemUTC(),
                System::nanoTime);
    }

    private void measureWriting(Path folder, int files, long start, SeriesFiles ours)
            throws Exception {
        Samples mine = new Samples();
        Samples theirs = new Samples();
        boolean peer = Shell.available(PEER);
        int warmUps = Math.ceilDiv(WARM_UP_FILES, files);
        try (RrdCached rrdcached =
                peer
                        ? RrdCached.start(
                                Files.createDirectory(folder.resolve("theirs")), files, start)
                        : null) {
            for (int round = 0; round < warmUps + ROUNDS; round++) {
                List<Long> seconds = seconds(start, round);
                double own = files * VALUES / seconds(() -> write(ours, files, seconds));
                double other = 1;
                if (rrdcached != null && round >= warmUps) {
                    other =
                            files
                                    * VALUES
                                    / seconds(() -> {
                                        rrdcached.update(seconds);
                                        rrdcached.flush();
                                    });
                }
                if (round >= warmUps) {
                    mine.add(own);
                    theirs.add(other);
                }
            }
        }
        String what = "values of %,d monitors, %d each, until in files".formatted(files, VALUES);
        figures.add(Figure.of(what, "1/s", mine));
        if (peer) {
            figures.add(Figure.of("rrdcached BATCH, the same", "1/s", theirs).ofPeer());
            figures.add(
                    Figure.of("series ÷ rrdcached", "×", mine.dividedBy(theirs))
                            .wanted(Figure.Measure.MEDIAN_AT_LEAST, 1));
        }
    }

    private static List<Long> seconds(long start, int round) {
        List<Long> seconds = new ArrayList<>();
        for (int i = 1; i <= VALUES; i++) {
            seconds.add(start + MINUTE.toSeconds() * (round * VALUES + i));
        }
        return seconds;
    }

    private static void write(SeriesFiles series, int files, List<Long> seconds)
            throws InterruptedException {
        for (long second : seconds) {
            Instant at = Instant.ofEpochSecond(second);
            for (int i = 0; i < files; i++) {
                double value = second % 1_000 + i + 0.5;
                series.store(i, at, List.of(Metric.of("v", value, Unit.NONE)));
            }
        }
        awaitWritten(series);
    }

    private static void awaitWritten(SeriesFiles series) throws InterruptedException {
        SeriesFigures now = series.figures();
        while (now.waiting() > 0) {
            series.hurry();
            Thread.sleep(BETWEEN_LOOKS);
            now = series.figures();
        }
        if (now.dropped() + now.refused() + now.failed() > 0) {
            throw new IllegalStateException("not everything was written: " + now);
        }
    }

    /** Of monitors that have a whole day. */
    private void measureReading(SeriesFiles series, int files, long start)
            throws InterruptedException {
        for (int minute = 1; minute <= MINUTES_OF_DAY; minute++) {
            Instant at = Instant.ofEpochSecond(start + MINUTE.toSeconds() * minute);
            for (int i = 0; i < GRAPHS; i++) {
                double value = minute % 100 + i;
                series.store((long) files + i, at, List.of(Metric.of("v", value, Unit.NONE)));
            }
        }
        awaitWritten(series);
        Instant from = Instant.ofEpochSecond(start);
        Samples samples = new Samples();
        for (int round = 0; round < WARM_UP_GRAPHS + 2; round++) {
            for (int i = 0; i < GRAPHS; i++) {
                long begun = System.nanoTime();
                SeriesAnswer answer =
                        series.read(
                                (long) files + i,
                                label -> true,
                                from,
                                from.plus(Duration.ofDays(1)),
                                POINTS);
                double ms = (System.nanoTime() - begun) / 1e6;
                requireWhole(answer);
                if (round >= WARM_UP_GRAPHS) {
                    samples.add(ms);
                }
            }
        }
        figures.add(Figure.of("a day's graph of one series", "ms", samples).wanted(WANTED_MS));
    }

    private static void requireWhole(SeriesAnswer answer) {
        for (double value : answer.lines().getFirst().average().toArray()) {
            if (Double.isNaN(value)) {
                throw new IllegalStateException("the graph has a gap");
            }
        }
    }

    /** Something whose time is taken. */
    private interface Work {
        void run() throws Exception;
    }

    private static double seconds(Work work) throws Exception {
        long begun = System.nanoTime();
        work.run();
        return (System.nanoTime() - begun) / 1e9;
    }
}
