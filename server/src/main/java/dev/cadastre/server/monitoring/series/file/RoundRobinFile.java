package dev.cadastre.server.monitoring.series.file;

import dev.cadastre.plugin.Unit;
import dev.cadastre.server.monitoring.series.Values;
import dev.cadastre.server.monitoring.series.archive.ArchivePlan.Archive;
import dev.cadastre.server.monitoring.series.archive.Kept;
import dev.cadastre.server.monitoring.series.archive.Rows;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.rrd4j.ConsolFun;
import org.rrd4j.DsType;
import org.rrd4j.core.Datasource;
import org.rrd4j.core.RrdDb;
import org.rrd4j.core.RrdDef;
import org.rrd4j.core.Sample;

/** One round-robin file, open. Updates are in it once they are committed. Not thread-safe. */
final class RoundRobinFile implements AutoCloseable {

    private static final int FORMAT = 2;

    /** The share of a row that may be unknown without the row being so. */
    private static final double UNKNOWN_SHARE = 0.5;

    /** Mostly the head is within so many bytes, which one read brings. */
    private static final int USUAL_FRONT = 8_192;

    private final FileHead head;
    private final StateAndRows content;
    private final RrdDb database;
    private final Sample sample;

    private RoundRobinFile(FileHead head, StateAndRows content, RrdDb database) throws IOException {
        this.head = head;
        this.content = content;
        this.database = database;
        sample = database.createSample();
    }

    /**
     * Makes a file that holds nothing. It is there whole or not at all.
     *
     * @param start seconds since 1970; later values can be written
     */
    static void create(Path path, FileLayout layout, long start) throws IOException {
        Path temporary = path.resolveSibling(path.getFileName() + ".new");
        Files.deleteIfExists(temporary);
        try (RandomAccessFile file = new RandomAccessFile(temporary.toFile(), "rw")) {
            file.write(layout.headBytes());
            file.setLength(layout.fileSize());
            StateAndRows content = StateAndRows.fresh(file.getChannel(), layout);
            RrdDb.getBuilder()
                    .setRrdDef(definition(layout.head(), start))
                    .setBackendFactory(RoundRobinBackend.of(content, true))
                    .build()
                    .close();
            content.commit();
        }
        Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE);
    }

    private static RrdDef definition(FileHead head, long start) {
        RrdDef definition =
                new RrdDef(RoundRobinBackend.ADDRESS, start, head.plan().step(), FORMAT);
        int heartbeat = head.plan().heartbeat();
        for (int i = 0; i < head.columns().size(); i++) {
            // A counter that begins again would be a negative rate, which becomes a gap.
            boolean counter = head.columns().get(i).kind() == Unit.Kind.COUNTER;
            definition.addDatasource(
                    "c" + i,
                    counter ? DsType.DERIVE : DsType.GAUGE,
                    heartbeat,
                    counter ? 0 : Double.NaN,
                    Double.NaN);
        }
        for (Archive archive : head.plan().archives()) {
            for (ConsolFun function : functions(archive)) {
                definition.addArchive(function, UNKNOWN_SHARE, archive.steps(), archive.rows());
            }
        }
        return definition;
    }

    private static List<ConsolFun> functions(Archive archive) {
        return archive.extremes()
                ? List.of(ConsolFun.AVERAGE, ConsolFun.MIN, ConsolFun.MAX)
                : List.of(ConsolFun.AVERAGE);
    }

    /** How a file is laid out, by its head. */
    static FileLayout layout(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path)) {
            byte[] front = read(channel, USUAL_FRONT);
            int length = FileHead.length(ByteBuffer.wrap(front));
            boolean more = length > front.length && length <= channel.size();
            return new FileLayout(FileHead.read(more ? read(channel, length) : front));
        }
    }

    static RoundRobinFile open(Path path, FileLayout layout, Set<StandardOpenOption> options)
            throws IOException {
        FileChannel channel = FileChannel.open(path, options);
        try {
            byte[] front = read(channel, layout.rowsStart());
            byte[] head = layout.headBytes();
            if (channel.size() != layout.fileSize()) {
                throw new BrokenFile(
                        "it has %d bytes instead of %d"
                                .formatted(channel.size(), layout.fileSize()));
            }
            if (!Arrays.equals(front, 0, head.length, head, 0, head.length)) {
                throw new BrokenFile("its head is not what it was");
            }
            StateAndRows content = StateAndRows.of(channel, layout, front);
            return new RoundRobinFile(layout.head(), content, database(content));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static RrdDb database(StateAndRows content) throws IOException {
        try {
            return RrdDb.getBuilder()
                    .setPath(RoundRobinBackend.ADDRESS)
                    .setBackendFactory(RoundRobinBackend.of(content, false))
                    .build();
        } catch (RuntimeException e) {
            throw new BrokenFile("rrd4j does not understand it", e);
        }
    }

    private static byte[] read(FileChannel channel, int size) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(size);
        while (bytes.hasRemaining() && channel.read(bytes, bytes.position()) >= 0) {}
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    FileHead head() {
        return head;
    }

    /** Seconds since 1970 up to which values are known; only later ones can be written. */
    long last() throws IOException {
        return database.getLastUpdateTime();
    }

    /** Writes the values of a moment later than the last, one for each column. */
    void update(long second, double[] values) throws IOException {
        sample.setTime(second).setValues(values).update();
    }

    void commit() throws IOException {
        content.commit();
    }

    /** What could answer about this file's values. */
    List<Kept> kept() throws IOException {
        List<Kept> kept = new ArrayList<>();
        for (int i = 0; i < head.plan().archives().size(); i++) {
            org.rrd4j.core.Archive archive = database.getArchive(region(i));
            long step = archive.getArcStep();
            kept.add(new Kept(i, step, archive.getStartTime() - step));
        }
        return kept;
    }

    /** The rows of an archive that reach into the time. */
    Rows rows(int archive, int column, long from, long to) throws IOException {
        int region = region(archive);
        Values average = values(region, column, from, to);
        long step = database.getArchive(region).getArcStep();
        long oldest = database.getArchive(region).getStartTime() - step;
        long start = oldest + firstRow(region, from) * step;
        if (!head.plan().archives().get(archive).extremes()) {
            return Rows.ofAverages(start, step, average);
        }
        return new Rows(
                start,
                step,
                average,
                values(region + 1, column, from, to),
                values(region + 2, column, from, to));
    }

    /** What is known of the step that is not over, in one row. */
    Rows unfinished(int column) throws IOException {
        Datasource source = database.getDatasource(column);
        long start = Math.floorDiv(last(), (long) head.plan().step()) * head.plan().step();
        long passed = last() - start;
        long known = passed - source.getNanSeconds();
        double average = known > 0 ? source.getAccumValue() / known : Double.NaN;
        return Rows.ofAverages(start, Math.max(1, passed), Values.of(average));
    }

    private Values values(int region, int column, long from, long to) throws IOException {
        org.rrd4j.core.Archive archive = database.getArchive(region);
        long step = archive.getArcStep();
        int first = firstRow(region, from);
        long end = Math.ceilDiv(to - (archive.getStartTime() - step), step);
        int count = Math.clamp(end, 0, archive.getRows()) - first;
        return count <= 0
                ? Values.of()
                : Values.of(archive.getRobin(column).getValues(first, count));
    }

    private int firstRow(int region, long from) throws IOException {
        org.rrd4j.core.Archive archive = database.getArchive(region);
        long step = archive.getArcStep();
        long first = Math.floorDiv(from - (archive.getStartTime() - step), step);
        return Math.clamp(first, 0, archive.getRows());
    }

    private int region(int archive) {
        return head.plan().archives().subList(0, archive).stream()
                .mapToInt(FileLayout::regions)
                .sum();
    }

    @Override
    public void close() throws IOException {
        database.close();
        content.close();
    }
}
