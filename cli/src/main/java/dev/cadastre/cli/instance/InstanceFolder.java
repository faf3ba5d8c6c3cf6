package dev.cadastre.cli.instance;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder for what is needed while an app is tried. It is removed when it is closed; what others
 * left behind who were killed is removed when the next one is made.
 */
final class InstanceFolder implements AutoCloseable {

    private static final String LOCK = "lock";

    private final Path path;
    private final FileChannel lock;

    private InstanceFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** A new one below that folder, which is made if it is not there. */
    static InstanceFolder create(Path parent) throws IOException {
        Files.createDirectories(parent);
        removeLeftovers(parent);
        Path path =
                Files.createTempDirectory(
                        parent,
                        "try-",
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rwx------")));
        FileChannel lock =
                FileChannel.open(
                        path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        lock.lock();
        return new InstanceFolder(path, lock);
    }

    private static void removeLeftovers(Path parent) throws IOException {
        List<Path> folders;
        try (Stream<Path> all = Files.list(parent)) {
            folders = all.filter(Files::isDirectory).toList();
        }
        for (Path folder : folders) {
            try (FileChannel other =
                            FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE);
                    FileLock held = other.tryLock()) {
                if (held != null) {
                    remove(folder);
                }
            } catch (NoSuchFileException e) {
                // It is being made, or being removed.
            }
        }
    }

    private static void remove(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> paths = Files.walk(folder)) {
            all = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.deleteIfExists(path);
        }
    }

    Path path() {
        return path;
    }

    /** What cannot be removed now is left to the next one. */
    @Override
    public void close() throws IOException {
        remove(path);
        lock.close();
    }
}
