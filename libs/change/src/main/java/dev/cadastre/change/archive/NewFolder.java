package dev.cadastre.change.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A folder that is filled beside its place, and is there when all of it is. Closing it removes what
 * did not become one. For one thread.
 */
public final class NewFolder implements AutoCloseable {

    private final Path scratch;
    private final Path folder;

    private NewFolder(Path scratch, Path folder) {
        this.scratch = scratch;
        this.folder = folder;
    }

    /**
     * Begins one.
     *
     * @param folder must not be there; the one above it must
     * @throws FileAlreadyExistsException if it is there
     */
    public static NewFolder beside(Path folder) throws IOException {
        Path absolute = folder.toAbsolutePath().normalize();
        Path above = absolute.getParent();
        if (above == null || Files.exists(absolute, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(folder.toString());
        }
        return new NewFolder(Files.createTempDirectory(above, ".cadastre-"), absolute);
    }

    /** Makes a file that nobody runs. */
    public void write(String path, byte[] content) throws IOException {
        try (OutputStream out = file(path, false)) {
            out.write(content);
        }
    }

    /**
     * Makes a file, and the folders above it; whoever calls knows that its path leads nowhere else.
     */
    public OutputStream file(String path, boolean executable) throws IOException {
        Path file = scratch.resolve(path);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        OutputStream out =
                Files.newOutputStream(
                        file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        PosixFileAttributeView view =
                Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(
                    PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
        return out;
    }

    /** Lets it become the folder, at once. */
    public void become() throws IOException {
        Files.move(scratch, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() throws IOException {
        if (Files.exists(scratch, LinkOption.NOFOLLOW_LINKS)) {
            Files.walkFileTree(scratch, new Removal());
        }
    }

    private static final class Removal extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes kind) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException problem)
                throws IOException {
            if (problem != null) {
                throw problem;
            }
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
