package dev.cadastre.server.monitoring.series.file;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What has been told and may not be in its file yet, in segments that are removed when all of it
 * is. A process that ends in whatever way loses what it has not {@linkplain #write written}; a
 * machine, what it has not {@linkplain #force forced}. Thread-safe.
 */
final class Journal implements AutoCloseable {

    static final byte HEADINGS = 1;
    static final byte READING = 2;
    static final byte FORGOTTEN = 3;

    private static final String SUFFIX = ".journal";

    /** Written at the latest when this much has come together. */
    private static final int BUFFER = 1 << 20;

    private final Path folder;
    private final NavigableMap<Long, Path> segments;
    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(BUFFER);
    private final ByteArrayOutputStream record = new ByteArrayOutputStream(256);
    private FileChannel channel;
    private long segment;

    private Journal(Path folder, NavigableMap<Long, Path> segments) throws IOException {
        this.folder = folder;
        this.segments = segments;
        segment = segments.isEmpty() ? 1 : segments.lastKey() + 1;
        channel = begin();
    }

    /** Goes on in a new segment; what the others hold is told first. */
    static Journal open(Path folder, JournalReader.Listener listener) throws IOException {
        Files.createDirectories(folder);
        TreeMap<Long, Path> segments = new TreeMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                segments.put(
                        Long.parseLong(name.substring(0, name.length() - SUFFIX.length())), file);
            }
        }
        for (var segment : segments.entrySet()) {
            JournalReader.read(segment.getKey(), segment.getValue(), listener);
        }
        return new Journal(folder, segments);
    }

    private FileChannel begin() throws IOException {
        Path path = folder.resolve("%012d%s".formatted(segment, SUFFIX));
        FileChannel begun =
                FileChannel.open(
                        path,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE);
        segments.put(segment, path);
        return begun;
    }

    /** The number of the segment that is written. */
    synchronized long segment() {
        return segment;
    }

    /** How large the segment is. */
    synchronized long size() throws IOException {
        return channel.position() + buffer.size();
    }

    /** Says what the readings of a monitor are from here on; told anew in each segment. */
    synchronized void headings(long monitor, Headings headings) throws IOException {
        DataOutputStream out = begin(HEADINGS, monitor);
        headings.write(out);
        end();
    }

    synchronized void reading(long monitor, Reading reading) throws IOException {
        DataOutputStream out = begin(READING, monitor);
        out.writeLong(reading.second());
        out.writeInt(reading.values().size());
        for (int i = 0; i < reading.values().size(); i++) {
            out.writeDouble(reading.values().get(i));
        }
        end();
    }

    synchronized void forgotten(long monitor) throws IOException {
        begin(FORGOTTEN, monitor);
        end();
    }

    private DataOutputStream begin(byte kind, long monitor) throws IOException {
        record.reset();
        DataOutputStream out = new DataOutputStream(record);
        out.writeByte(kind);
        out.writeLong(monitor);
        return out;
    }

    private void end() throws IOException {
        byte[] bytes = record.toByteArray();
        buffer.writeBytes(
                ByteBuffer.allocate(JournalReader.PREFIX)
                        .putInt(bytes.length)
                        .putInt(FileHead.checksum(bytes))
                        .array());
        buffer.writeBytes(bytes);
        if (buffer.size() >= BUFFER) {
            write();
        }
    }

    /** Gives the operating system what has come together. If it cannot be taken, it is dropped. */
    synchronized void write() throws IOException {
        if (buffer.size() == 0) {
            return;
        }
        long start = channel.position();
        ByteBuffer bytes = ByteBuffer.wrap(buffer.toByteArray());
        buffer.reset();
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            // Half a record would hide those behind it.
            channel.truncate(start);
            throw e;
        }
    }

    /** Has what is written reach the disk. Takes as long as the disk does; others go on. */
    void force() throws IOException {
        FileChannel current;
        synchronized (this) {
            write();
            current = channel;
        }
        current.force(false);
    }

    /** Begins a segment. */
    void rotate() throws IOException {
        force();
        beginNext();
    }

    private synchronized void beginNext() throws IOException {
        write();
        channel.force(false);
        channel.close();
        segment++;
        channel = begin();
    }

    /** Removes segments before this one; the last is never removed. */
    synchronized void release(long before) throws IOException {
        while (segments.firstKey() < Math.min(before, segment)) {
            Files.deleteIfExists(segments.firstEntry().getValue());
            segments.pollFirstEntry();
        }
    }

    @Override
    public synchronized void close() throws IOException {
        try {
            write();
            channel.force(false);
        } finally {
            channel.close();
        }
    }
}
