package dev.cadastre.server.change.archive;

import dev.cadastre.change.archive.ChangeFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** A change's files, as long as it is open. Thread-safe. */
public final class UnpackedChange implements AutoCloseable {

    private final ChangeFolder files;
    private final Path place;

    UnpackedChange(ChangeFolder files, Path place) {
        this.files = files;
        this.place = place;
    }

    /** The files. */
    public ChangeFolder files() {
        return files;
    }

    /** Removes them. */
    @Override
    public void close() {
        try {
            FileSystemUtils.deleteRecursively(place);
        } catch (IOException e) {
            throw new UncheckedIOException(place + " cannot be removed", e);
        }
    }
}
