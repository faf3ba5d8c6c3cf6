package dev.cadastre.server.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The folder that belongs to one server instance. It and all folders made in it can be entered by
 * their owner only.
 */
public record Home(Path path) {

    private static final String OWNER_ONLY = "rwx------";

    /** Makes {@code path} absolute and creates it when it is missing. */
    public Home {
        path = path.toAbsolutePath().normalize();
        createFolder(path);
    }

    /** A folder below the home, created when it is missing. */
    public Path folder(String name) {
        Path folder = path.resolve(name);
        createFolder(folder);
        return folder;
    }

    /** The place of a file directly in the home; it need not exist. */
    public Path file(String name) {
        return path.resolve(name);
    }

    private static void createFolder(Path folder) {
        try {
            boolean existed = Files.isDirectory(folder);
            Files.createDirectories(folder);
            if (!existed) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(OWNER_ONLY));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot create the folder " + folder, e);
        }
    }
}
