package dev.cadastre.server.storage;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Writes files that have their name once they are whole and on the disk, and not before. */
final class WholeFile {

    private static final int BUFFER = 1 << 20;

    private WholeFile() {}

    /** What writes the content. */
    interface Content {
        void write(OutputStream target) throws IOException;
    }

    /** Writes one for its owner only; whatever goes wrong, nothing of it is left. */
    static void write(Path file, Content content) throws IOException {
        Path partial = file.resolveSibling(file.getFileName() + ".partial");
        Files.deleteIfExists(partial);
        try {
            try (FileChannel channel =
                            FileChannel.open(
                                    partial,
                                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                                    PosixFilePermissions.asFileAttribute(
                                            PosixFilePermissions.fromString("rw-------")));
                    OutputStream out =
                            new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER)) {
                content.write(out);
                out.flush();
                channel.force(true);
            }
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
            try (FileChannel folder =
                    FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
                folder.force(true);
            }
        } finally {
            Files.deleteIfExists(partial);
        }
    }
}
