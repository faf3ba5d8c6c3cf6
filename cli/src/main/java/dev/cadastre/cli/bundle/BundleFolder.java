package dev.cadastre.cli.bundle;

import dev.cadastre.change.archive.ChangeArchive;
import dev.cadastre.change.archive.ChangeFolder;
import dev.cadastre.change.archive.FolderReading;
import dev.cadastre.cli.change.Problems;
import dev.cadastre.cli.server.Failure;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;

/** The folder of this machine in which somebody edits what lies on a host. */
public final class BundleFolder {

    private BundleFolder() {}

    /** Writes files into a new folder, which only its owner can enter. */
    public static void write(ChangeFolder files, Path folder) {
        try {
            ByteArrayOutputStream tar = new ByteArrayOutputStream();
            ChangeArchive.write(files, tar);
            ChangeArchive.unpack(
                    new ByteArrayInputStream(tar.toByteArray()), files.digest(), folder);
        } catch (FileAlreadyExistsException e) {
            throw new Failure(
                    Failure.Kind.USAGE,
                    folder + " is there already",
                    e,
                    "Name a folder that is not, so that nothing of yours is lost.");
        } catch (IOException e) {
            throw new Failure(
                    Failure.Kind.NO,
                    "Cannot write %s: %s".formatted(folder, e.getMessage()),
                    e,
                    "See whether the folder above it is there and yours, and its disk has room.");
        }
    }

    /** What is in a folder. */
    public static ChangeFolder read(Path folder) {
        FolderReading reading = ChangeFolder.read(folder);
        new Problems().add(reading.problems()).require(folder.toString(), "put there");
        return reading.folder().orElseThrow();
    }
}
