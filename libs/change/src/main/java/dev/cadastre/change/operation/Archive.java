package dev.cadastre.change.operation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** What can be told of an archive before it is sent. */
final class Archive {

    /** Archives unpack to more than they are; this is more than one in memory should. */
    private static final int MOST_BYTES = 1 << 30;

    private final byte[] bytes;

    Archive(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    /** The word of {@code unpack-archive.sh} for its format. */
    String format() {
        if (startsWith(0x1F, 0x8B)) {
            return "tar.gz";
        }
        return startsWith('P', 'K') ? "zip" : "tar";
    }

    private boolean startsWith(int first, int second) {
        return bytes.length > 1 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }

    /** Why it must not be unpacked; empty if it may. */
    String problem() {
        try {
            ArchivePaths paths = new ArchivePaths();
            if (format().equals("zip")) {
                readZip(paths);
            } else {
                new TarEntries(tar(), paths).read();
            }
            return "";
        } catch (IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        } catch (IOException e) {
            return "it is broken: " + e.getMessage();
        }
    }

    private byte[] tar() throws IOException {
        if (format().equals("tar")) {
            return bytes;
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            byte[] tar = in.readNBytes(MOST_BYTES);
            if (in.read() >= 0) {
                throw new IOException("it holds more than " + MOST_BYTES + " bytes");
            }
            return tar;
        }
    }

    /** Links in it are not seen; unzip makes them last, or not at all. */
    private void readZip(ArchivePaths paths) throws IOException {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(bytes))) {
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
