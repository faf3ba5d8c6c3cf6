package dev.cadastre.server.storage.backup;

import java.util.Arrays;
import java.util.zip.Deflater;

/**
 * Makes pieces of a deflate stream, each of which stands for itself, so that any number can be made
 * at once: every piece ends on a byte, and none refers to another.
 */
final class Deflation {

    /** The empty last block of RFC 1951, which ends a stream of pieces. */
    static final byte[] END = {3, 0};

    private static final int ROOM = 64;

    private Deflation() {}

    /** The piece for the first {@code length} bytes. */
    static byte[] piece(byte[] bytes, int length) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        try {
            deflater.setInput(bytes, 0, length);
            byte[] piece = new byte[length / 2 + ROOM];
            int size = 0;
            while (true) {
                size += deflater.deflate(piece, size, piece.length - size, Deflater.SYNC_FLUSH);
                if (size < piece.length) {
                    return Arrays.copyOf(piece, size);
                }
                piece = Arrays.copyOf(piece, piece.length + length / 2 + ROOM);
            }
        } finally {
            deflater.end();
        }
    }
}
