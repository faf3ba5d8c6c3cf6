package dev.cadastre.server.storage.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Writes files in which zeros take no room on the disk, as those of series have been written. */
final class SparseFile {

    /** What file systems leave out at least. */
    private static final int BLOCK = 4 << 10;

    private static final int BUFFER = 16 * BLOCK;
    private static final byte[] ZEROS = new byte[BLOCK];

    private SparseFile() {}

    /**
     * Makes a file of all that is read.
     *
     * @return how many bytes it has
     * @throws java.nio.file.FileAlreadyExistsException if it is there
     */
    static long write(InputStream content, Path file) throws IOException {
        Files.createFile(file);
        try (RandomAccessFile target = new RandomAccessFile(file.toFile(), "rw")) {
            byte[] buffer = new byte[BUFFER];
            long length = 0;
            for (int read = content.readNBytes(buffer, 0, BUFFER);
                    read > 0;
                    read = content.readNBytes(buffer, 0, BUFFER)) {
                write(target, length, buffer, read);
                length += read;
            }
            target.setLength(length);
            return length;
        }
    }

    /** Blocks that follow each other, and are no zeros, at once. */
    private static void write(RandomAccessFile target, long position, byte[] buffer, int length)
            throws IOException {
        int start = 0;
        while (start < length) {
            int end = start;
            while (end < length && !isZero(buffer, end, length)) {
                end = Math.min(end + BLOCK, length);
            }
            if (end > start) {
                target.seek(position + start);
                target.write(buffer, start, end - start);
            }
            start = end + BLOCK;
        }
    }

    private static boolean isZero(byte[] buffer, int start, int length) {
        int end = Math.min(start + BLOCK, length);
        return Arrays.equals(buffer, start, end, ZEROS, 0, end - start);
    }
}
