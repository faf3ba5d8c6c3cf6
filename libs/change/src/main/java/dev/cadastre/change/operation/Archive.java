package dev.cadastre.change.operation;

import dev.cadastre.change.script.Payload;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** What can be told of an archive before it is sent. */
final class Archive {

    /** Archives unpack to more than they are. */
    private static final long MOST_BYTES = 1L << 30;

    private final Payload payload;
    private final byte[] first;

    Archive(Payload payload) {
        this.payload = payload;
        this.first = payload.first(2);
    }

    /** The word of {@code unpack-archive.sh} for its format. */
    String format() {
        if (startsWith(0x1F, 0x8B)) {
            return "tar.gz";
        }
        return startsWith('P', 'K') ? "zip" : "tar";
    }

    private boolean startsWith(int one, int two) {
        return first.length > 1 && (first[0] & 0xFF) == one && (first[1] & 0xFF) == two;
    }

    /** Why it must not be unpacked; empty if it may. */
    String problem() {
        return payload.once("problem of the archive", all -> found());
    }

    private String found() {
        try {
            if (format().equals("zip")) {
                readZip(new ArchivePaths());
            } else {
                try (InputStream tar = tar()) {
                    new TarEntries(tar).check();
                }
            }
            return "";
        } catch (IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        } catch (IOException e) {
            return "it is broken: " + e.getMessage();
        }
    }

    private InputStream tar() throws IOException {
        InputStream raw = payload.open();
        return format().equals("tar") ? raw : new BoundedStream(new GZIPInputStream(raw));
    }

    /** Ends with a refusal where an archive unpacks to more than anybody means. */
    private static final class BoundedStream extends FilterInputStream {

        private long left = MOST_BYTES;

        BoundedStream(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            return counted(super.read(), 1);
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            int read = super.read(into, from, most);
            return counted(read, read);
        }

        private int counted(int result, int bytes) throws IOException {
            left -= result < 0 ? 0 : bytes;
            if (left < 0) {
                throw new IOException("it holds more than " + MOST_BYTES + " bytes");
            }
            return result;
        }
    }

    /** Links in it are not seen; unzip makes them last, or not at all. */
    private void readZip(ArchivePaths paths) throws IOException {
        try (ZipInputStream in = new ZipInputStream(payload.open())) {
            int entries = 0;
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                paths.file(entry.getName().replace('\\', '/'), entry.isDirectory());
                entries++;
            }
            if (entries == 0) {
                throw new IOException("nothing is in it");
            }
        }
    }
}
