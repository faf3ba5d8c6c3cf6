package dev.cadastre.change.host;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * What was printed, its beginning and its end if it is more than is kept, with a mark between them.
 * Not thread-safe.
 */
final class BoundedBytes {

    private final int most;
    private final int end;
    private final ByteRoom room;
    private final ByteArrayOutputStream first = new ByteArrayOutputStream();
    private byte[] last = {};
    private boolean isCut;
    private long after;

    /**
     * An empty one.
     *
     * @param first how many of the first bytes are kept
     * @param last how many of those after them
     * @param room for this and others
     */
    BoundedBytes(int first, int last, ByteRoom room) {
        this.most = first;
        this.end = last;
        this.room = room;
    }

    void add(byte[] bytes, int offset, int length) {
        int begins = isCut ? 0 : room.take(Math.min(most - first.size(), length));
        first.write(bytes, offset, begins);
        if (begins == length) {
            return;
        }
        if (!isCut) {
            isCut = true;
            last = new byte[room.take(end)];
        }
        int from = Math.max(begins, length - last.length);
        after += from - begins;
        for (int i = from; i < length; i++) {
            last[(int) (after++ % last.length)] = bytes[offset + i];
        }
    }

    /** Both parts; where something was left out between them, a line says how much. */
    byte[] bytes() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(first.toByteArray());
        long lost = after - last.length;
        if (lost <= 0) {
            all.write(last, 0, (int) after);
            return all.toByteArray();
        }
        all.writeBytes(
                "\n… %d bytes are not kept\n".formatted(lost).getBytes(StandardCharsets.UTF_8));
        if (last.length > 0) {
            int from = (int) (after % last.length);
            all.write(last, from, last.length - from);
            all.write(last, 0, from);
        }
        return all.toByteArray();
    }
}
