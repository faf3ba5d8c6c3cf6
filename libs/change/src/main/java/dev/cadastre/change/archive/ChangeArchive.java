package dev.cadastre.change.archive;

import dev.cadastre.change.tar.TarWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;

/**
 * A change's folder as a tar archive: ustar with pax headers for long names, files alone, by the
 * bytes of their paths, with root for an owner and no times, so that the same folder gives the same
 * bytes.
 */
public final class ChangeArchive {

    private ChangeArchive() {}

    /**
     * Writes it; the stream is not closed.
     *
     * @throws IOException if a file was changed since the folder was read, too
     */
    public static void write(ChangeFolder folder, OutputStream out) throws IOException {
        TarWriter writer = new TarWriter(out);
        for (FolderFile file : folder.files()) {
            writer.file(file.path(), file.executable(), folder.content(file.path()));
        }
        writer.end();
    }

    /**
     * Reads one into memory. Whoever sent it is not believed: there may be nothing but files and
     * folders below the archive's own, each once, within the bounds of a {@link ChangeFolder}.
     *
     * @param digest of the folder that it is to be
     * @throws ArchiveRefused if it is anything else
     */
    public static ChangeFolder read(InputStream in, String digest) throws IOException {
        ChangeFolder folder = read(in);
        ArchiveReading.requireDigest(folder.digest(), digest);
        return folder;
    }

    /**
     * Reads files of which nobody knows the digest, such as those of a host, as {@link
     * #read(InputStream, String)} does otherwise.
     *
     * @throws ArchiveRefused if there is anything in it but files and folders, or too much
     */
    public static ChangeFolder read(InputStream in) throws IOException {
        MemoryTarget target = new MemoryTarget();
        ArchiveReading reading = new ArchiveReading(in, target);
        reading.read();
        return target.folder(reading.files());
    }

    /**
     * Reads one into a new folder, as {@link #read} does. What is refused leaves nothing behind;
     * the folder is there when all of it is known to be right.
     *
     * @param folder must not be there; the one above it must
     * @throws ArchiveRefused as {@link #read} says
     * @throws java.nio.file.FileAlreadyExistsException if the folder is there
     */
    public static ChangeFolder unpack(InputStream in, String digest, Path folder)
            throws IOException {
        try (FolderTarget target = FolderTarget.beside(folder)) {
            ArchiveReading reading = new ArchiveReading(in, target);
            reading.read();
            ArchiveReading.requireDigest(FolderDigest.of(reading.files()), digest);
            return target.folder(reading.files());
        }
    }
}
