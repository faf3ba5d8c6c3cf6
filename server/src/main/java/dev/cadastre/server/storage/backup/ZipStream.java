package dev.cadastre.server.storage.backup;

import dev.cadastre.server.storage.backup.ZipRecords.Entry;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.CRC32;

/**
 * Writes a ZIP file to where one cannot go back, such as an answer over HTTP, and packs it on all
 * processors. The java.util.zip of the JDK packs on one. Not thread-safe.
 */
final class ZipStream implements AutoCloseable {

    private static final int PIECE = 512 << 10;

    private final OutputStream target;
    private final ExecutorService packers;
    private final int mostAtWork;
    private final Deque<Step> steps = new ArrayDeque<>();
    private final List<Entry> directory = new ArrayList<>();
    private byte[] buffer = new byte[PIECE];
    private int filled;
    private long written;
    private long entryBegun;
    private long entryPacked;
    private long entryBytes;
    private CRC32 crc = new CRC32();

    /** What comes next in the file, once it is packed. */
    private interface Step {
        void write() throws IOException;
    }

    /** The caller closes the target. */
    ZipStream(OutputStream target) {
        this.target = target;
        int processors = Runtime.getRuntime().availableProcessors();
        mostAtWork = 2 * processors + 2;
        packers =
                Executors.newFixedThreadPool(
                        processors,
                        Thread.ofPlatform().daemon().name("backup-packer-", 1).factory());
    }

    /** Begins an entry; the one before must have {@linkplain #end ended}. */
    void begin(String name) throws IOException {
        crc = new CRC32();
        entryBytes = 0;
        add(() -> {
            entryBegun = written;
            put(ZipRecords.before(name));
            entryPacked = 0;
        });
    }

    /** More of the entry. */
    void write(byte[] bytes, int offset, int length) throws IOException {
        crc.update(bytes, offset, length);
        entryBytes += length;
        int from = offset;
        int left = length;
        while (left > 0) {
            int taken = Math.min(left, PIECE - filled);
            System.arraycopy(bytes, from, buffer, filled, taken);
            filled += taken;
            from += taken;
            left -= taken;
            if (filled == PIECE) {
                pack();
            }
        }
    }

    private void pack() throws IOException {
        byte[] full = buffer;
        int length = filled;
        buffer = new byte[PIECE];
        filled = 0;
        CompletableFuture<byte[]> piece =
                CompletableFuture.supplyAsync(() -> Deflation.piece(full, length), packers);
        add(() -> putPacked(join(piece)));
    }

    private static byte[] join(CompletableFuture<byte[]> piece) throws IOException {
        try {
            return piece.join();
        } catch (CompletionException e) {
            throw new IOException("cannot be packed", e);
        }
    }

    /** Ends the entry. */
    void end(String name) throws IOException {
        if (filled > 0) {
            pack();
        }
        int sum = (int) crc.getValue();
        long bytes = entryBytes;
        add(() -> {
            putPacked(Deflation.END);
            Entry entry = new Entry(name, entryBegun, sum, entryPacked, bytes);
            put(ZipRecords.after(entry));
            directory.add(entry);
        });
    }

    private void add(Step step) throws IOException {
        steps.add(step);
        while (steps.size() > mostAtWork) {
            steps.remove().write();
        }
    }

    private void putPacked(byte[] piece) throws IOException {
        put(piece);
        entryPacked += piece.length;
    }

    private void put(byte[] bytes) throws IOException {
        target.write(bytes);
        written += bytes.length;
    }

    /** Writes what makes the file whole. */
    void finish() throws IOException {
        while (!steps.isEmpty()) {
            steps.remove().write();
        }
        long begin = written;
        for (Entry entry : directory) {
            put(ZipRecords.central(entry));
        }
        put(ZipRecords.end(directory.size(), begin, written - begin));
        target.flush();
    }

    /** Ends the packing; without {@link #finish}, what was written is no ZIP file. */
    @Override
    public void close() {
        packers.shutdownNow();
    }
}
