package dev.cadastre.change.host;

import java.io.ByteArrayOutputStream;

/** What was printed, its beginning and its end if it is more than is kept. Not thread-safe. */
final class BoundedBytes {

    private final int most;
    private final int kept;
    private final ByteArrayOutputStream first = new ByteArrayOutputStream();
    private byte[] last = {};
    private long after;

    /**
     * An empty one.
     *
     * @param first how many of the first bytes are kept
     * @param last how many of those after them
     */
    BoundedBytes(int first, int last) {
        this.most = first;
        this.kept = last;
    }

    void add(byte[] bytes, int offset, int length) {
        int begins = Math.min(most - first.size(), length);
        first.write(bytes, offset, begins);
        if (begins == length) {
            return;
        }
        if (last.length == 0) {
            last = new byte[kept];
        }
        int from = Math.max(begins, length - kept);
        after += from - begins;
        for (int i = from; i < length; i++) {
            last[(int) (after++ % kept)] = bytes[offset + i];
        }
    }

    /** Both parts; where something was left out between them, a line begins. */
    byte[] bytes() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(first.toByteArray());
        if (after > kept) {
            all.write('\n');
            int from = (int) (after % kept);
            all.write(last, from, kept - from);
            all.write(last, 0, from);
        } else {
            all.write(last, 0, (int) after);
        }
        return all.toByteArray();
    }
}
