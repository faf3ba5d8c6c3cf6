package dev.cadastre.change.archive;

import java.io.IOException;
import java.io.InputStream;
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
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Puts the files of an archive in a folder beside the one that it is to become. Closing it removes
 * what did not become one.
 */
final class FolderTarget implements ArchiveTarget, AutoCloseable {

    private final Path scratch;
    private final Path folder;

    private FolderTarget(Path scratch, Path folder) {
        this.scratch = scratch;
        this.folder = folder;
    }

    static FolderTarget beside(Path folder) throws IOException {
        Path absolute = folder.toAbsolutePath();
        Path above = absolute.getParent();
        if (above == null || Files.exists(absolute, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(folder.toString());
        }
        return new FolderTarget(Files.createTempDirectory(above, ".cadastre-"), absolute);
    }

    @Override
    public void file(String path, boolean executable, InputStream content) throws IOException {
        Path file = scratch.resolve(path);
        Files.createDirectories(java.util.Objects.requireNonNull(file.getParent()));
        try (OutputStream out =
                Files.newOutputStream(
                        file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            content.transferTo(out);
        }
        PosixFileAttributeView view =
                Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(
                    PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    /** Lets it become the folder. */
    ChangeFolder folder(Collection<FolderFile> files) throws IOException {
        Files.move(scratch, folder, StandardCopyOption.ATOMIC_MOVE);
        return new ChangeFolder(files, path -> Files.readAllBytes(folder.resolve(path)));
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
