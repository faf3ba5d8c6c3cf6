package dev.cadastre.plugin;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Cuts what comes through a connection into frames. For one thread. */
final class FrameCutter {
    /** Frames up to this size are taken without asking. */
    static final int USUAL = 64 * 1024;

    private final LongSupplier longest;
    private byte[] held = new byte[USUAL];
    private int start;
    private int end;

    /** Takes no frame that is longer than both is usual and the bound of the moment. */
    FrameCutter(LongSupplier longest) {
        this.longest = longest;
    }

    void add(MemorySegment from, int count) {
        makeRoom(count);
        MemorySegment.copy(from, JAVA_BYTE, 0, held, end, count);
        end += count;
    }

    private void makeRoom(int count) {
        if (count <= held.length - end) {
            return;
        }
        int length = end - start;
        int room = Math.max(USUAL, Math.addExact(length, count));
        byte[] larger = room <= held.length ? held : new byte[Math.max(room, 2 * length)];
        System.arraycopy(held, start, larger, 0, length);
        held = larger;
        start = 0;
        end = length;
    }

    /**
     * The next frame without its header, to be read before more is added; empty until it is whole.
     */
    Optional<FrameReader> next() throws FrameException {
        int length = end - start;
        if (length < FrameWriter.HEADER) {
            return Optional.empty();
        }
        int body = ByteBuffer.wrap(held).getInt(start);
        if (body < 0 || (body > USUAL && body > longest.getAsLong())) {
            throw new FrameException("a frame of " + Integer.toUnsignedString(body) + " bytes");
        }
        if (length - FrameWriter.HEADER < body) {
            return Optional.empty();
        }
        ByteBuffer fields = ByteBuffer.wrap(held, start + FrameWriter.HEADER, body).slice();
        start += FrameWriter.HEADER + body;
        if (start == end) {
            forget();
        }
        return Optional.of(new FrameReader(fields));
    }

    /** What was long once need not be held for ever. */
    private void forget() {
        start = 0;
        end = 0;
        if (held.length > 2 * USUAL) {
            held = new byte[USUAL];
        }
    }
}
