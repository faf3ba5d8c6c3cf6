package dev.cadastre.cli.parcel;

import dev.cadastre.parcel.artefact.ArchiveWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes parcels as files, which are there when all of them is. */
public final class ArchiveFile {

    private static final int BUFFER = 1 << 18;

    private ArchiveFile() {}

    /** Writes one, also over the file that it is read from. */
    public static void write(OneParcel parcel, Path file) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), BUFFER)) {
            ArchiveWriter.write(out, parcel.blobs(), parcel.manifest(), parcel.signatures());
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(part);
            throw e;
        }
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
