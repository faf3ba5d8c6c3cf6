package dev.cadastre.server.monitoring.series.file;

import dev.cadastre.plugin.Unit;
import dev.cadastre.server.monitoring.series.SeriesLabel;
import dev.cadastre.server.monitoring.series.archive.ArchivePlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The files of one monitor. Labels that come first at the same time share a file; those that come
 * later get another, since adding columns would mean to write all rows anew. So does a changed
 * interval; what was written before is still read. Not thread-safe.
 */
final class MonitorFiles {

    /** Plug-ins that put process numbers into labels would fill the disk. */
    static final int MOST_COLUMNS = 512;

    private static final Set<StandardOpenOption> READ = Set.of(StandardOpenOption.READ);
    private static final Set<StandardOpenOption> WRITE =
            Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE);
    private static final int MOST_FILES = 64;
    private static final int MOST_COLUMNS_OF_FILE = 256;

    /** Values from later than this from now are not believed. */
    static final long FUTURE_SECONDS = 600;

    /**
     * A file that ends later than this from now was written while the clock was wrong. It is read
     * on, and written again when its time has come; until then another takes its place.
     */
    static final long AHEAD_SECONDS = 3_600;

    private final SeriesFolder folder;
    private final long monitor;
    private final NavigableMap<Integer, FileLayout> layouts;
    private final Set<Integer> ahead = new HashSet<>();
    private Headings told;

    /** Of which, in this plan, no column is missing. */
    private Headings complete = Headings.NONE;

    private @Nullable ArchivePlan completePlan;

    private MonitorFiles(
            SeriesFolder folder,
            long monitor,
            NavigableMap<Integer, FileLayout> layouts,
            Headings told) {
        this.folder = folder;
        this.monitor = monitor;
        this.layouts = layouts;
        this.told = told;
    }

    static MonitorFiles load(SeriesFolder folder, long monitor) throws IOException {
        return new MonitorFiles(
                folder, monitor, new TreeMap<>(folder.layouts(monitor)), folder.readTold(monitor));
    }

    /** What was told last of each label that is kept. */
    Headings told() {
        Map<String, SeriesLabel> labels = new TreeMap<>();
        layouts.values().stream()
                .flatMap(layout -> layout.head().columns().stream())
                .forEach(column -> labels.put(column.label(), unknown(column)));
        told.labels().stream()
                .filter(label -> labels.containsKey(label.label()))
                .forEach(label -> labels.put(label.label(), label));
        return new Headings(List.copyOf(labels.values()));
    }

    /** When what was told has been lost, until it is told again. */
    private static SeriesLabel unknown(Column column) {
        String unit =
                switch (column.kind()) {
                    case PERCENT -> "%";
                    case TIME -> "s";
                    case BYTES -> "B";
                    case COUNTER -> "c";
                    case NONE, OTHER -> "";
                };
        return new SeriesLabel(
                column.label(),
                Unit.of(unit),
                "",
                "",
                OptionalDouble.empty(),
                OptionalDouble.empty());
    }

    /** How many files there are. */
    int count() {
        return layouts.size();
    }

    /** Opens a file to be read. */
    RoundRobinFile open(int number) throws IOException {
        return open(number, READ);
    }

    private RoundRobinFile open(int number, Set<StandardOpenOption> options) throws IOException {
        try {
            return RoundRobinFile.open(path(number), layout(number), options);
        } catch (BrokenFile e) {
            throw new UselessFile(number, e);
        } catch (NoSuchFileException e) {
            throw new UselessFile(number, new BrokenFile("somebody removed it", e));
        }
    }

    private FileLayout layout(int number) {
        return Objects.requireNonNull(layouts.get(number));
    }

    private Path path(int number) {
        return folder.file(monitor, number);
    }

    /** Takes a file that cannot be used out of use. */
    void setAside(UselessFile file) throws IOException {
        folder.setAside(path(file.number()), String.valueOf(file.getMessage()));
        layouts.remove(file.number());
        complete = Headings.NONE;
    }

    /**
     * Writes values. A file that turns out to be broken is set aside and begun afresh.
     *
     * @param readings in the order in which they came; those not later than the last, and those
     *     from the future, are left out
     * @param now seconds since 1970
     * @return how many were left out that have not been written before
     */
    int write(List<Reading> readings, ArchivePlan plan, long now) throws IOException {
        List<Reading> credible =
                readings.stream()
                        .filter(reading -> reading.second() <= now + FUTURE_SECONDS)
                        .toList();
        int refused = readings.size() - credible.size();
        if (credible.isEmpty()) {
            return refused;
        }
        boolean[] written = new boolean[credible.size()];
        try {
            writeAll(credible, plan, now, written);
        } catch (UselessFile e) {
            setAside(e);
            writeAll(credible, plan, now, written);
        }
        tell(credible.getLast().headings());
        for (int i = 0; i < written.length; i++) {
            refused += written[i] || credible.get(i).replayed() ? 0 : 1;
        }
        return refused;
    }

    private void writeAll(List<Reading> readings, ArchivePlan plan, long now, boolean[] written)
            throws IOException {
        int aheadBefore = ahead.size();
        makeMissing(readings, plan);
        for (int number : List.copyOf(layouts.keySet())) {
            if (isCurrent(number, plan)) {
                write(number, readings, now, written);
            }
        }
        if (ahead.size() > aheadBefore) {
            complete = Headings.NONE;
            writeAll(readings, plan, now, written);
        }
    }

    private boolean isCurrent(int number, ArchivePlan plan) {
        return layout(number).head().plan().equals(plan) && !ahead.contains(number);
    }

    private void tell(Headings latest) throws IOException {
        Headings all = latest.over(told);
        if (!all.equals(told)) {
            folder.writeTold(monitor, all);
            told = all;
        }
    }

    private void makeMissing(List<Reading> readings, ArchivePlan plan) throws IOException {
        for (Reading reading : readings) {
            if (!complete.equals(reading.headings()) || !plan.equals(completePlan)) {
                make(missing(reading.headings(), plan), plan, reading.second() - plan.step());
                complete = reading.headings();
                completePlan = plan;
            }
        }
    }

    private List<Column> missing(Headings headings, ArchivePlan plan) {
        Set<Column> have =
                layouts.keySet().stream()
                        .filter(number -> isCurrent(number, plan))
                        .flatMap(number -> layout(number).head().columns().stream())
                        .collect(Collectors.toSet());
        return headings.labels().stream()
                .map(Column::of)
                .distinct()
                .filter(column -> !have.contains(column))
                .limit(Math.max(0, MOST_COLUMNS - have.size()))
                .toList();
    }

    private void make(List<Column> columns, ArchivePlan plan, long start) throws IOException {
        for (int from = 0; from < columns.size(); from += MOST_COLUMNS_OF_FILE) {
            int to = Math.min(columns.size(), from + MOST_COLUMNS_OF_FILE);
            FileLayout layout = new FileLayout(new FileHead(plan, columns.subList(from, to)));
            int number = layouts.isEmpty() ? 0 : layouts.lastKey() + 1;
            folder.prepare(monitor);
            RoundRobinFile.create(path(number), layout, start);
            layouts.put(number, layout);
        }
        while (layouts.size() > MOST_FILES) {
            Files.deleteIfExists(path(layouts.firstKey()));
            layouts.remove(layouts.firstKey());
        }
    }

    private void write(int number, List<Reading> readings, long now, boolean[] written)
            throws IOException {
        try (RoundRobinFile file = open(number, WRITE)) {
            if (file.last() > now + AHEAD_SECONDS) {
                ahead.add(number);
                return;
            }
            Columns columns = new Columns(file.head());
            for (int i = 0; i < readings.size(); i++) {
                Reading reading = readings.get(i);
                if (reading.second() > file.last()) {
                    file.update(reading.second(), columns.values(reading));
                    written[i] = true;
                }
            }
            file.commit();
        }
    }

    /** Puts a reading's values into a file's columns. */
    private static final class Columns {

        private final Map<Column, Integer> places = new HashMap<>();
        private final double[] values;
        private Headings headings = Headings.NONE;
        private int[] place = {};

        Columns(FileHead head) {
            values = new double[head.columns().size()];
            head.columns().forEach(column -> places.put(column, places.size()));
        }

        double[] values(Reading reading) {
            if (!headings.equals(reading.headings())) {
                headings = reading.headings();
                place =
                        headings.labels().stream()
                                .mapToInt(label -> places.getOrDefault(Column.of(label), -1))
                                .toArray();
            }
            Arrays.fill(values, Double.NaN);
            for (int i = 0; i < place.length; i++) {
                if (place[i] >= 0) {
                    values[place[i]] = reading.values().get(i);
                }
            }
            return values;
        }
    }

    /** The files that hold a column, oldest first, with its place in each. */
    List<Held> holding(Column column) {
        List<Held> held = new ArrayList<>();
        layouts.forEach((number, layout) -> {
            int place = layout.head().columns().indexOf(column);
            if (place >= 0) {
                held.add(new Held(number, place));
            }
        });
        return held;
    }

    /** Where a column is. */
    record Held(int file, int place) {}
}
