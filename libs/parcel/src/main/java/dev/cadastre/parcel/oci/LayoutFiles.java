package dev.cadastre.parcel.oci;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.UUID;

/**
 * The files below one folder, by paths that are this package's own. No link is followed below the
 * folder: one in place of a folder is an error, in place of a file it is none.
 */
final class LayoutFiles {

    /** Threads of one process do not exclude each other by locks of files. */
    private static final Object ONE_AT_A_TIME = new Object();

    private final Path folder;

    /** Of a real path. */
    LayoutFiles(Path folder) {
        this.folder = folder;
    }

    /** What is done while nobody else writes the index. */
    interface Work {
        void run() throws IOException;
    }

    Path folder() {
        return folder;
    }

    /** The path of a file below folders that are folders, where they are there. */
    Path path(String name) throws IOException {
        for (int slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/', slash + 1)) {
            String above = name.substring(0, slash);
            Path path = folder.resolve(above);
            if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)
                    && !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                throw new NoLayout(folder, above + " is a link, or no folder");
            }
        }
        return folder.resolve(name);
    }

    /** The same, with folders that are made if they are missing. */
    Path pathToWrite(String name) throws IOException {
        Path path = path(name);
        Files.createDirectories(Objects.requireNonNull(path.getParent()));
        return path;
    }

    boolean isFile(String name) throws IOException {
        return Files.isRegularFile(path(name), LinkOption.NOFOLLOW_LINKS);
    }

    long size(String name) throws IOException {
        return Files.size(path(name));
    }

    InputStream open(String name) throws IOException {
        return Files.newInputStream(path(name), LinkOption.NOFOLLOW_LINKS);
    }

    /** All of a file, and no more than a byte above the bound. */
    byte[] read(String name, int most) throws IOException {
        try (InputStream in = open(name)) {
            return in.readNBytes(most + 1);
        }
    }

    /** Puts a file in place of the one that is there. */
    void replace(String name, byte[] content) throws IOException {
        Path path = pathToWrite(name);
        Path scratch = scratch(path.getFileName().toString());
        try {
            write(scratch, content);
            moveInto(scratch, path);
        } finally {
            Files.deleteIfExists(scratch);
        }
    }

    /** The path of a file that nobody else writes, and that has the rights of all others. */
    Path scratch(String name) throws IOException {
        return pathToWrite(LayoutFolder.INCOMING + "/" + name + "." + UUID.randomUUID());
    }

    private static void write(Path path, byte[] content) throws IOException {
        try (FileChannel channel =
                FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    /** Moves a file whose content is on the disk, so that it is found after the machine ended. */
    static void moveInto(Path scratch, Path path) throws IOException {
        Files.move(scratch, path, StandardCopyOption.ATOMIC_MOVE);
        Path parent = Objects.requireNonNull(path.getParent());
        if (parent.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel directory = FileChannel.open(parent, StandardOpenOption.READ)) {
                directory.force(true);
            }
        }
    }

    void whileLocked(Work work) throws IOException {
        synchronized (ONE_AT_A_TIME) {
            Path path = pathToWrite(LayoutFolder.INCOMING + "/index.lock");
            try (FileChannel channel =
                    FileChannel.open(
                            path,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE,
                            LinkOption.NOFOLLOW_LINKS)) {
                // Closing gives it back.
                channel.lock();
                work.run();
            }
        }
    }
}
