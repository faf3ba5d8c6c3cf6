package dev.cadastre.ssh;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that a command wrote. Immutable; hostile until parsed. */
public final class Output {
    static final Output EMPTY = new Output(new byte[0], 0, 0);

    private final byte[] bytes;
    private final int length;
    private final long dropped;

    /** Takes over the array, which nobody else may change any more. */
    Output(byte[] bytes, int length, long dropped) {
        this.bytes = bytes;
        this.length = length;
        this.dropped = dropped;
    }

    /** Number of bytes. */
    public int length() {
        return length;
    }

    /** Number of bytes that came after these and were not kept. */
    public long dropped() {
        return dropped;
    }

    /** A stream over the bytes, without a copy. */
    public InputStream stream() {
        return new ByteArrayInputStream(bytes, 0, length);
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
        return Arrays.copyOf(bytes, length);
    }

    /** The bytes as UTF-8, what is not UTF-8 replaced by U+FFFD. */
    public String text() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return length + " bytes";
    }
}
