package dev.cadastre.server.estate;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The content of a file; equal when it is the same byte by byte. Nobody changes the array. */
final class FileBytes {
    static final FileBytes EMPTY = new FileBytes(new byte[0]);

    private final byte[] bytes;

    FileBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    byte[] bytes() {
        return bytes;
    }

    boolean isEmpty() {
        return bytes.length == 0;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FileBytes that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
