package dev.cadastre.server.monitoring.series.file;

import dev.cadastre.server.monitoring.series.Consolidation;
import dev.cadastre.server.monitoring.series.SeriesLabel;
import dev.cadastre.server.monitoring.series.SeriesLine;
import dev.cadastre.server.monitoring.series.archive.Grid;
import dev.cadastre.server.monitoring.series.archive.Kept;
import dev.cadastre.server.monitoring.series.archive.Points;
import dev.cadastre.server.monitoring.series.archive.Rows;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Answers of one monitor's files. Opens each file once. Not thread-safe. */
final class MonitorAnswer implements AutoCloseable {

    private final MonitorFiles files;
    private final long from;
    private final long to;
    private final int points;
    private final Map<Integer, RoundRobinFile> open = new HashMap<>();

    MonitorAnswer(MonitorFiles files, Instant from, Instant to, int points) {
        this.files = files;
        this.from = from.getEpochSecond();
        this.to = to.getEpochSecond();
        this.points = points;
    }

    List<SeriesLine> lines(Predicate<String> wanted) throws IOException {
        List<SeriesLine> lines = new ArrayList<>();
        for (SeriesLabel label : files.told().labels()) {
            if (wanted.test(label.label())) {
                lines.add(line(label));
            }
        }
        return lines;
    }

    private SeriesLine line(SeriesLabel label) throws IOException {
        List<Rows> rows = new ArrayList<>();
        long resolution = 0;
        Consolidation consolidation = Consolidation.IN_FULL;
        for (MonitorFiles.Held held : files.holding(Column.of(label))) {
            RoundRobinFile file = file(held.file());
            Kept kept = Kept.choose(file.kept(), from, to);
            rows.add(file.rows(kept.archive(), held.place(), from, to));
            rows.add(file.unfinished(held.place()));
            resolution = resolution == 0 ? kept.step() : Math.min(resolution, kept.step());
            consolidation = worse(consolidation, consolidation(file, kept));
        }
        Grid grid = Grid.of(from, to, points, Math.max(1, resolution));
        Points made = Points.of(grid, rows);
        double factor = label.unit().factor();
        return new SeriesLine(
                label,
                Instant.ofEpochSecond(grid.start()),
                Duration.ofSeconds(grid.step()),
                Duration.ofSeconds(resolution),
                consolidation,
                made.average().dividedBy(factor),
                made.least().dividedBy(factor),
                made.most().dividedBy(factor));
    }

    private RoundRobinFile file(int number) throws IOException {
        RoundRobinFile file = open.get(number);
        if (file == null) {
            file = files.open(number);
            open.put(number, file);
        }
        return file;
    }

    private static Consolidation consolidation(RoundRobinFile file, Kept kept) {
        if (kept.archive() == 0) {
            return Consolidation.IN_FULL;
        }
        return file.head().plan().archives().get(kept.archive()).extremes()
                ? Consolidation.EXTREMES
                : Consolidation.AVERAGES;
    }

    private static Consolidation worse(Consolidation one, Consolidation other) {
        if (one == Consolidation.AVERAGES || other == Consolidation.AVERAGES) {
            return Consolidation.AVERAGES;
        }
        return one == Consolidation.IN_FULL ? other : one;
    }

    @Override
    public void close() throws IOException {
        for (RoundRobinFile file : open.values()) {
            file.close();
        }
    }
}
