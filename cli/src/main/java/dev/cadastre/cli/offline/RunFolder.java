package dev.cadastre.cli.offline;

import dev.cadastre.change.archive.ChangeArchive;
import dev.cadastre.change.archive.ChangeFolder;
import dev.cadastre.change.archive.FolderReading;
import dev.cadastre.change.journal.FolderJournal;
import dev.cadastre.change.run.RunView;
import dev.cadastre.cli.change.Problems;
import dev.cadastre.cli.json.JsonReader;
import dev.cadastre.cli.json.JsonWriter;
import dev.cadastre.cli.server.Failure;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The folder of one run: its journal, and beside it all that is needed to go on with it. */
final class RunFolder {

    private static final String ORDER = "order.json";
    private static final String CHANGE = "change";
    private static final String JAR = "change.jar";
    private static final String TRACES = "at-work";

    private final Path path;

    RunFolder(Path path) {
        this.path = path;
    }

    /** Makes a new one, its owner's only, and keeps the change in it. */
    static RunFolder create(
            Path path, OfflineOrder order, ChangeFolder change, @Nullable Path jar) {
        try {
            Files.createDirectories(
                    path,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
            Path archive = path.resolve("change.tar");
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(archive))) {
                ChangeArchive.write(change, out);
            }
            try (InputStream in = new BufferedInputStream(Files.newInputStream(archive))) {
                ChangeArchive.unpack(in, change.digest(), path.resolve(CHANGE));
            }
            Files.delete(archive);
            if (jar != null) {
                Files.copy(jar, path.resolve(JAR));
            }
            Files.writeString(path.resolve(ORDER), JsonWriter.write(order.json()));
            return new RunFolder(path);
        } catch (IOException e) {
            throw unusable(path, e);
        }
    }

    Path path() {
        return path;
    }

    String id() {
        return String.valueOf(path.getFileName());
    }

    /** Whether there is a journal; starting a run may have been cut short before. */
    boolean isBegun() {
        return Files.isRegularFile(path.resolve(FolderJournal.FILE));
    }

    OfflineOrder order() {
        try {
            return OfflineOrder.of(JsonReader.read(Files.readString(path.resolve(ORDER))));
        } catch (IOException | JsonReader.NotJson e) {
            throw unusable(path, e);
        }
    }

    /** The change as it was when the run was started. */
    ChangeFolder change(String digest) {
        FolderReading reading = ChangeFolder.read(path.resolve(CHANGE));
        new Problems().add(reading.problems()).require(path.resolve(CHANGE).toString());
        ChangeFolder change = reading.folder().orElseThrow();
        if (!change.digest().equals(digest)) {
            throw new Failure(
                    Failure.Kind.NO,
                    "%s is not what run %s was started with".formatted(path.resolve(CHANGE), id()),
                    "Put back what was changed there, or give the run up by `cadastre run"
                            + " release`.");
        }
        return change;
    }

    Path jar() {
        return path.resolve(JAR);
    }

    /** What is at work on this machine, whether or not the process still is that had begun it. */
    Path traces() {
        return path.resolve(TRACES);
    }

    /** What its journal says; empty if it has no entry, since starting it was cut short. */
    Optional<RunView> view() {
        try {
            return Optional.of(FolderJournal.read(path).entries())
                    .filter(entries -> !entries.isEmpty())
                    .map(RunView::of);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Failure unusable(Path path, Exception cause) {
        return new Failure(
                Failure.Kind.NO,
                "Cannot work in %s: %s".formatted(path, cause.getMessage()),
                cause,
                "See whether it is there, is yours, and its disk has room.");
    }
}
