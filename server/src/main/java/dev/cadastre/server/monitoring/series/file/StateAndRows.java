package dev.cadastre.server.monitoring.series.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32C;

/**
 * The bytes of an open file. The state is in memory until {@link #commit}; so are rows that were
 * written. A row that holds NaN is zero in the file, so that rows never written take no space. Not
 * thread-safe.
 */
final class StateAndRows implements AutoCloseable {

    private static final long NAN = Double.doubleToLongBits(Double.NaN);

    /** Rows are read by as many bytes at once. */
    private static final int CHUNK = 16_384;

    /** Rows written are held in memory up to this many. */
    private static final int MOST_WAITING = 16_384;

    private final FileChannel channel;
    private final FileLayout layout;
    private final ByteBuffer state;
    private long number;
    private final TreeMap<Long, Double> waiting = new TreeMap<>();
    private final ByteBuffer chunk = ByteBuffer.allocate(CHUNK).limit(0);
    private long chunkAt;

    private StateAndRows(FileChannel channel, FileLayout layout, ByteBuffer state, long number) {
        this.channel = channel;
        this.layout = layout;
        this.state = state;
        this.number = number;
    }

    /** Of a file that has been made and holds nothing yet. */
    static StateAndRows fresh(FileChannel channel, FileLayout layout) {
        return new StateAndRows(channel, layout, ByteBuffer.allocate(layout.stateSize()), 0);
    }

    /**
     * With the newer of the states that are whole.
     *
     * @param front the file's first bytes, up to the rows
     */
    static StateAndRows of(FileChannel channel, FileLayout layout, byte[] front) throws BrokenFile {
        ByteBuffer best = null;
        long bestNumber = -1;
        for (int slot = 0; slot < 2; slot++) {
            ByteBuffer bytes = ByteBuffer.wrap(front);
            int at = (int) layout.slot(slot);
            byte[] state = new byte[layout.stateSize()];
            bytes.get(at + FileLayout.SLOT_PREFIX, state);
            long number = bytes.getLong(at);
            if (bytes.getInt(at + 8) == checksum(number, state) && number > bestNumber) {
                best = ByteBuffer.wrap(state);
                bestNumber = number;
            }
        }
        if (best == null) {
            throw new BrokenFile("neither of its two states is whole");
        }
        return new StateAndRows(channel, layout, best, bestNumber);
    }

    private static int checksum(long number, byte[] state) {
        CRC32C checksum = new CRC32C();
        checksum.update(ByteBuffer.allocate(Long.BYTES).putLong(0, number));
        checksum.update(state);
        return (int) checksum.getValue();
    }

    FileLayout layout() {
        return layout;
    }

    ByteBuffer state() {
        return state;
    }

    void setRow(long place, double value) throws IOException {
        if (waiting.size() == MOST_WAITING) {
            writeRows();
        }
        waiting.put(place, value);
    }

    /** What was read or committed last; not what has been set since. */
    double row(long place) throws IOException {
        if (place < chunkAt || place + Double.BYTES > chunkAt + chunk.limit()) {
            chunk.clear();
            chunkAt = place;
            while (chunk.hasRemaining() && channel.read(chunk, chunkAt + chunk.position()) >= 0) {}
            chunk.flip();
        }
        int at = (int) (place - chunkAt);
        if (at + Double.BYTES > chunk.limit()) {
            throw new BrokenFile("its rows are cut off");
        }
        return Double.longBitsToDouble(chunk.getLong(at) ^ NAN);
    }

    /**
     * Rows first: they replace those that are too old by then, so that with the state of before
     * they do no harm.
     */
    void commit() throws IOException {
        writeRows();
        number++;
        ByteBuffer slot = ByteBuffer.allocate(FileLayout.SLOT_PREFIX + layout.stateSize());
        byte[] bytes = new byte[layout.stateSize()];
        state.get(0, bytes);
        slot.putLong(number).putInt(checksum(number, bytes)).put(bytes).flip();
        write(slot, layout.slot(number));
    }

    private void writeRows() throws IOException {
        ByteBuffer run = ByteBuffer.allocate(waiting.size() * Double.BYTES);
        long runAt = -1;
        for (Map.Entry<Long, Double> row : waiting.entrySet()) {
            if (runAt + run.position() != row.getKey()) {
                write(run.flip(), runAt);
                run.clear();
                runAt = row.getKey();
            }
            run.putLong(Double.doubleToLongBits(row.getValue()) ^ NAN);
        }
        write(run.flip(), runAt);
        waiting.clear();
    }

    private void write(ByteBuffer bytes, long at) throws IOException {
        long end = at + bytes.remaining();
        while (bytes.hasRemaining()) {
            channel.write(bytes, end - bytes.remaining());
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
