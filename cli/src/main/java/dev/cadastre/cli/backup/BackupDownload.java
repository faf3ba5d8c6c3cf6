package dev.cadastre.cli.backup;

import dev.cadastre.cli.server.Failure;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** Has the server take a backup into a file, which has its name once it is whole. */
public final class BackupDownload {

    /** What a file is called until it is whole. */
    static final String PART = ".part";

    private static final String LAST_ENTRY = "manifest.json";
    private static final int BUFFER = 1 << 18;
    private static final long MIB = 1 << 20;

    private final Session session;

    /** Asks the server of that session. */
    public BackupDownload(Session session) {
        this.session = session;
    }

    /**
     * Takes one. Whatever goes wrong, nothing of it is left.
     *
     * @param file where there is none yet
     * @return how many bytes it has
     * @throws Failure if there is such a file, it cannot be written, or does not come whole
     */
    public long into(java.nio.file.Path file) {
        if (Files.isDirectory(file)) {
            throw new Failure(
                    Failure.Kind.NO,
                    file + " is a folder",
                    "Name a file in it, or the folder by --to.");
        }
        if (Files.exists(file)) {
            throw new Failure(
                    Failure.Kind.NO,
                    file + " is there already",
                    "Name another file, or wait a second with --to; none is written over another.");
        }
        BackupFolder.of(file).requireThere();
        java.nio.file.Path part = file.resolveSibling(file.getFileName() + PART);
        try {
            return session.server()
                    .write("POST", Path.of("backups"), content -> receive(content, part, file));
        } finally {
            session.progress("");
            delete(part);
        }
    }

    private static void delete(java.nio.file.Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            // The disk is as it is; a part is never taken for a backup.
        }
    }

    private long receive(InputStream content, java.nio.file.Path part, java.nio.file.Path file)
            throws IOException {
        delete(part);
        try (FileChannel channel = open(part)) {
            byte[] buffer = new byte[BUFFER];
            long all = 0;
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                write(channel, ByteBuffer.wrap(buffer, 0, read), file);
                all += read;
                if (all / MIB != (all - read) / MIB) {
                    session.progress("%d MB".formatted(all / MIB));
                }
            }
            force(channel, file);
        }
        requireWhole(part);
        return name(part, file);
    }

    private static FileChannel open(java.nio.file.Path part) {
        try {
            return FileChannel.open(
                    part,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
        } catch (IOException e) {
            throw unwritable(part, e);
        }
    }

    private static void write(FileChannel channel, ByteBuffer bytes, java.nio.file.Path file) {
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private static void force(FileChannel channel, java.nio.file.Path file) {
        try {
            channel.force(true);
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private static long name(java.nio.file.Path part, java.nio.file.Path file) {
        try {
            long bytes = Files.size(part);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            return bytes;
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private static Failure unwritable(java.nio.file.Path file, IOException e) {
        return new Failure(
                Failure.Kind.NO,
                "%s cannot be written: %s".formatted(file, why(e)),
                e,
                "Make the folder writable, and see whether there is room on its disk.");
    }

    private static @Nullable String why(IOException e) {
        return switch (e) {
            case AccessDeniedException _ -> "permission denied";
            case FileSystemException named when named.getReason() != null -> named.getReason();
            default -> e.getMessage();
        };
    }

    /** A stream that was cut has no directory of its entries, and none without the last. */
    private static void requireWhole(java.nio.file.Path part) throws IOException {
        try (ZipFile zip = new ZipFile(part.toFile())) {
            if (zip.getEntry(LAST_ENTRY) == null) {
                throw new IOException("the backup has no end");
            }
        }
    }
}
