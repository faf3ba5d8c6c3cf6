package dev.cadastre.plugin;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.function.Consumer;

/**
 * Writes the fields of one frame, which {@link FrameReader} reads in the same order: numbers are
 * big-endian, texts and lists begin with their length.
 */
final class FrameWriter {
    /** Stands before each frame and says how many bytes follow. */
    static final int HEADER = Integer.BYTES;

    private static final int ROOM = 512;
    private static final int LONGEST = Integer.MAX_VALUE - 8;

    private ByteBuffer bytes = ByteBuffer.allocate(ROOM).position(HEADER);

    FrameWriter(int kind) {
        add(kind);
    }

    /** A number from 0 to 255. */
    FrameWriter add(int small) {
        makeRoom(1);
        bytes.put((byte) small);
        return this;
    }

    FrameWriter add(boolean so) {
        return add(so ? 1 : 0);
    }

    FrameWriter addInt(int number) {
        makeRoom(Integer.BYTES);
        bytes.putInt(number);
        return this;
    }

    FrameWriter addLong(long number) {
        makeRoom(Long.BYTES);
        bytes.putLong(number);
        return this;
    }

    FrameWriter add(Duration duration) {
        return addLong(duration.toNanos());
    }

    FrameWriter add(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        addInt(encoded.length);
        makeRoom(encoded.length);
        bytes.put(encoded);
        return this;
    }

    <T> FrameWriter addAll(Collection<T> elements, Consumer<T> each) {
        addInt(elements.size());
        elements.forEach(each);
        return this;
    }

    private void makeRoom(int count) {
        if (count > bytes.remaining()) {
            long room = Math.max(2L * bytes.capacity(), (long) bytes.position() + count);
            int size = Math.toIntExact(Math.min(room, LONGEST));
            bytes = ByteBuffer.allocate(size).put(bytes.flip());
        }
    }

    /** All of the frame; nothing is added afterwards. */
    byte[] frame() {
        bytes.putInt(0, bytes.position() - HEADER);
        return Arrays.copyOf(bytes.array(), bytes.position());
    }
}
