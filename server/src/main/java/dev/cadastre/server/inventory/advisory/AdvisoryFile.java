package dev.cadastre.server.inventory.advisory;

import dev.cadastre.server.inventory.InvalidFeed;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/** Reads a file of advisories, one document or a zip of them, without keeping it. */
final class AdvisoryFile {

    /**
     * What a file may hold.
     *
     * @param documentBytes the largest document
     * @param entries how many files a zip may have
     * @param bytes how large they may be together when unpacked
     * @param ratio how many times its size a zip may unpack to, beyond the first megabytes
     */
    record Bounds(int documentBytes, int entries, long bytes, int ratio) {
        static final Bounds USUAL = new Bounds(16 << 20, 1_000_000, 16L << 30, 100);
    }

    private static final long NEVER_A_BOMB = 16L << 20;

    private final Bounds bounds;
    private final Consumer<OsvDocument> target;

    private AdvisoryFile(Bounds bounds, Consumer<OsvDocument> target) {
        this.bounds = bounds;
        this.target = target;
    }

    /**
     * Gives each document to {@code target} as it comes.
     *
     * @throws InvalidFeed naming what is wrong first; what came before it has to be forgotten
     */
    static void read(InputStream content, Bounds bounds, Consumer<OsvDocument> target)
            throws IOException {
        var counted = new Counted(content);
        var buffered = new BufferedInputStream(counted);
        buffered.mark(2);
        boolean zip = buffered.read() == 'P' && buffered.read() == 'K';
        buffered.reset();
        var file = new AdvisoryFile(bounds, target);
        if (zip) {
            file.unpack(buffered, counted);
        } else {
            target.accept(OsvDocument.read(file.document(buffered, "the whole"), ""));
        }
    }

    private static final class Counted extends FilterInputStream {
        // https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3.16
        private static final int END_OF_ZIP = 0x504b0506;

        private long count;
        private int latest;
        private boolean endOfZip;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int value = in.read();
            if (value >= 0) {
                note((byte) value);
            }
            return value;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = in.read(bytes, offset, length);
            for (int i = 0; i < read; i++) {
                note(bytes[offset + i]);
            }
            return read;
        }

        private void note(byte value) {
            count++;
            latest = (latest << 8) | (value & 0xff);
            endOfZip |= latest == END_OF_ZIP;
        }
    }

    private void unpack(InputStream content, Counted packed) throws IOException {
        // Closing it would close the request's body, which is not ours.
        var zip = new ZipInputStream(content);
        long unpacked = 0;
        int entries = 0;
        try {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.isDirectory()) {
                    requireEmpty(zip, entries + 1);
                } else {
                    byte[] document = document(zip, named(entry));
                    unpacked += document.length;
                    entries++;
                    check(unpacked, entries, packed.count);
                    target.accept(OsvDocument.read(document, named(entry)));
                }
            }
        } catch (ZipException | EOFException e) {
            throw new InvalidFeed("file " + (entries + 1), "The zip is damaged.", e);
        }
        // What stands behind the files is not read otherwise, and without it some may be missing.
        content.transferTo(OutputStream.nullOutputStream());
        if (!packed.endOfZip) {
            throw new InvalidFeed("the whole", "The zip is cut off.");
        }
        if (entries == 0) {
            throw new InvalidFeed("the whole", "There is no advisory in it.");
        }
    }

    /** What is in a folder's entry would be unpacked, however much, on the way to the next. */
    private static void requireEmpty(InputStream folder, int file) throws IOException {
        if (folder.read() >= 0) {
            throw new InvalidFeed("file " + file, "It is a folder with content.");
        }
    }

    private void check(long unpacked, int entries, long packed) {
        if (entries > bounds.entries) {
            throw new InvalidFeed(
                    "the whole", "It has more than %d files.".formatted(bounds.entries));
        }
        if (unpacked > bounds.bytes) {
            throw new InvalidFeed(
                    "file " + entries, "It unpacks to more than %d bytes.".formatted(bounds.bytes));
        }
        if (unpacked > NEVER_A_BOMB && unpacked / Math.max(packed, 1) > bounds.ratio) {
            throw new InvalidFeed(
                    "file " + entries,
                    "It unpacks to more than %d times its size.".formatted(bounds.ratio));
        }
    }

    private static String named(ZipEntry entry) {
        String name = entry.getName();
        if (!name.endsWith(".json") || name.length() > 300) {
            throw new InvalidFeed(
                    name.length() > 300 ? name.substring(0, 300) : name,
                    "It is no advisory, whose file ends in .json.");
        }
        return name;
    }

    private byte[] document(InputStream in, String place) throws IOException {
        byte[] bytes = in.readNBytes(bounds.documentBytes + 1);
        if (bytes.length > bounds.documentBytes) {
            throw new InvalidFeed(
                    place, "It is larger than %d bytes.".formatted(bounds.documentBytes));
        }
        return bytes;
    }
}
