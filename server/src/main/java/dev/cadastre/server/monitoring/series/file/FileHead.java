package dev.cadastre.server.monitoring.series.file;

import dev.cadastre.plugin.Unit;
import dev.cadastre.server.monitoring.series.archive.ArchivePlan;
import dev.cadastre.server.monitoring.series.archive.ArchivePlan.Archive;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * What is written at the beginning of a file when it is made, and never changes.
 *
 * @param plan the archives
 * @param columns what the file holds of each time
 */
record FileHead(ArchivePlan plan, List<Column> columns) {

    /** Of which the last character is the version of the format. */
    private static final long MAGIC = 0x4341_4453_4552_4931L;

    private static final int PREFIX = 16;
    private static final int MOST_ENTRIES = 100_000;

    FileHead {
        columns = List.copyOf(columns);
    }

    /** Magic, length, checksum and content. */
    byte[] bytes() {
        byte[] content = content();
        return ByteBuffer.allocate(PREFIX + content.length)
                .putLong(MAGIC)
                .putInt(content.length)
                .putInt(checksum(content))
                .put(content)
                .array();
    }

    /** How many bytes the head of this file has, told by its first sixteen. */
    static int length(ByteBuffer prefix) throws BrokenFile {
        if (prefix.remaining() < PREFIX || prefix.getLong(0) != MAGIC || prefix.getInt(8) < 0) {
            throw new BrokenFile("it does not begin as such a file does");
        }
        return PREFIX + prefix.getInt(8);
    }

    static FileHead read(byte[] bytes) throws BrokenFile {
        ByteBuffer prefix = ByteBuffer.wrap(bytes);
        int length = length(prefix);
        if (bytes.length < length) {
            throw new BrokenFile("its head is cut off");
        }
        byte[] content = new byte[length - PREFIX];
        prefix.get(PREFIX, content);
        if (checksum(content) != prefix.getInt(12)) {
            throw new BrokenFile("the checksum of its head does not fit");
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(content))) {
            return new FileHead(plan(in), columns(in));
        } catch (IOException | IllegalArgumentException e) {
            throw new BrokenFile("its head cannot be understood", e);
        }
    }

    private byte[] content() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(plan.step());
            out.writeInt(plan.heartbeat());
            out.writeInt(plan.archives().size());
            for (Archive archive : plan.archives()) {
                out.writeInt(archive.steps());
                out.writeInt(archive.rows());
                out.writeBoolean(archive.extremes());
            }
            out.writeInt(columns.size());
            for (Column column : columns) {
                Text.write(out, column.label());
                Text.write(out, column.kind().name());
            }
        } catch (IOException e) {
            throw new IllegalStateException("Memory cannot be written to", e);
        }
        return bytes.toByteArray();
    }

    private static ArchivePlan plan(DataInputStream in) throws IOException {
        int step = in.readInt();
        int heartbeat = in.readInt();
        int count = count(in);
        List<Archive> archives = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            archives.add(new Archive(in.readInt(), in.readInt(), in.readBoolean()));
        }
        return new ArchivePlan(step, heartbeat, archives);
    }

    private static List<Column> columns(DataInputStream in) throws IOException {
        int count = count(in);
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            columns.add(new Column(Text.read(in), Unit.Kind.valueOf(Text.read(in))));
        }
        return columns;
    }

    private static int count(DataInputStream in) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > MOST_ENTRIES) {
            throw new BrokenFile("its head lists " + count + " entries");
        }
        return count;
    }

    static int checksum(byte[] bytes) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes);
        return (int) checksum.getValue();
    }
}
