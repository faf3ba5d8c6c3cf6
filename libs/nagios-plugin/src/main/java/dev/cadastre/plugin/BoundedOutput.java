package dev.cadastre.plugin;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Keeps the first bytes of what comes through a pipe, and counts the others. */
final class BoundedOutput {
    private static final int START = 512;

    private final int limit;
    private byte[] kept;
    private int length;
    private long dropped;

    BoundedOutput(int limit) {
        this.limit = limit;
        this.kept = new byte[Math.min(limit, START)];
    }

    void add(MemorySegment from, long count) {
        int taken = (int) Math.min(count, limit - length);
        if (length + taken > kept.length) {
            long room = Math.max(2L * kept.length, length + taken);
            kept = Arrays.copyOf(kept, (int) Math.min(room, limit));
        }
        MemorySegment.copy(from, JAVA_BYTE, 0, kept, length, taken);
        length += taken;
        dropped += count - taken;
    }

    Captured captured() {
        return Captured.of(ByteBuffer.wrap(kept, 0, length).slice(), dropped);
    }
}
