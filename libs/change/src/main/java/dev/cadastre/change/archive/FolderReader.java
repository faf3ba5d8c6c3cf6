package dev.cadastre.change.archive;

import dev.cadastre.ini.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a folder of this machine, and notes all that is wrong with it. For one folder. */
final class FolderReader {

    /** How files are opened. */
    @FunctionalInterface
    interface Opening {
        InputStream open(Path file) throws IOException;
    }

    private static final int ATTEMPTS = 2;
    private static final int DEEPEST = 100;

    private final Path root;
    private final Opening opening;
    private final List<FolderFile> files = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    /** The real folders that the one being read is in, by which loops are seen. */
    private final Deque<Path> inside = new ArrayDeque<>();

    private @Nullable Path realRoot;
    private int seen;
    private long bytes;

    FolderReader(Path root, Opening opening) {
        this.root = root;
        this.opening = opening;
    }

    FolderReading read() {
        try {
            Path real = root.toRealPath();
            realRoot = real;
            folder("", real, real);
        } catch (IOException e) {
            unreadable(root.toString(), e);
        }
        problems.addAll(FolderRules.amount(root.toString(), seen, bytes));
        if (problems.isEmpty()) {
            problems.addAll(FolderRules.problems(root.toString(), files));
        }
        return problems.isEmpty()
                ? new FolderReading(Optional.of(new ChangeFolder(files, this::content)), List.of())
                : new FolderReading(Optional.empty(), bounded());
    }

    private List<Problem> bounded() {
        return problems.subList(0, Math.min(problems.size(), FolderRules.MOST_PROBLEMS));
    }

    /** Read again when it is wanted; what it is by then is compared with its digest. */
    private byte[] content(String path) throws IOException {
        Path file = root.resolve(path);
        if (!Files.isRegularFile(file)) {
            throw new IOException(path + " is no longer a file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes((int) ChangeFolder.MOST_BYTES);
        }
    }

    private boolean isFull() {
        return seen > ChangeFolder.MOST_FILES || problems.size() > FolderRules.MOST_PROBLEMS;
    }

    private void folder(String path, Path folder, Path real) {
        if (inside.contains(real) || inside.size() > DEEPEST) {
            problem(path, "change.folder-loop", "leads back into itself", "remove the link");
            return;
        }
        inside.push(real);
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                String name = String.valueOf(entry.getFileName());
                if (isFull()) {
                    return;
                }
                if (!FolderRules.isLeftOut(name)) {
                    entry(path.isEmpty() ? name : path + "/" + name, entry);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            unreadable(path.isEmpty() ? root.toString() : path, e);
        } finally {
            inside.pop();
        }
    }

    private void entry(String path, Path entry) {
        try {
            Path real = entry.toRealPath();
            if (!real.startsWith(java.util.Objects.requireNonNull(realRoot))) {
                problem(
                        path,
                        "change.file-outside",
                        "is a link that leaves the change's folder",
                        "put a copy of what it leads to in its place");
                return;
            }
            BasicFileAttributes kind =
                    Files.readAttributes(
                            real, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (kind.isDirectory()) {
                folder(path, entry, real);
            } else if (kind.isRegularFile()) {
                file(path, real);
            } else {
                problem(
                        path,
                        "change.file-kind",
                        "is neither a file nor a folder",
                        "remove it; a change holds no devices, pipes or sockets");
            }
        } catch (IOException e) {
            unreadable(path, e);
        }
    }

    private void file(String path, Path real) throws IOException {
        seen++;
        Optional<Problem> name = FolderRules.name(path);
        name.ifPresent(problems::add);
        if (name.isPresent()) {
            return;
        }
        long size = Files.size(real);
        bytes += size;
        if (bytes <= ChangeFolder.MOST_BYTES) {
            steady(path, real)
                    .ifPresentOrElse(
                            files::add,
                            () ->
                                    problem(
                                            path,
                                            "change.file-unsteady",
                                            "is being written while it is read",
                                            "wait until it is done, and do it again"));
        }
    }

    /** The file as it was the same before and after it was read. */
    private Optional<FolderFile> steady(String path, Path real) throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Stamp before = Stamp.of(real);
            Digested read = digest(real);
            if (before.equals(Stamp.of(real)) && read.size() == before.size()) {
                return Optional.of(
                        new FolderFile(path, isExecutable(real), read.size(), read.sha256()));
            }
        }
        return Optional.empty();
    }

    private record Stamp(long size, long modified, @Nullable Object key) {
        static Stamp of(Path file) throws IOException {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(now.size(), now.lastModifiedTime().toMillis(), now.fileKey());
        }
    }

    private record Digested(long size, String sha256) {}

    private Digested digest(Path file) throws IOException {
        MessageDigest sha256 = FolderDigest.sha256();
        try (InputStream in = new DigestInputStream(opening.open(file), sha256)) {
            byte[] some = new byte[1 << 16];
            long size = 0;
            for (int read = in.read(some);
                    read >= 0 && size <= ChangeFolder.MOST_BYTES;
                    read = in.read(some)) {
                size += read;
            }
            return new Digested(size, HexFormat.of().formatHex(sha256.digest()));
        }
    }

    /** Where files have no such mode, what names its interpreter is meant to be run. */
    private static boolean isExecutable(Path file) throws IOException {
        PosixFileAttributeView view =
                Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view != null) {
            return view.readAttributes().permissions().contains(PosixFilePermission.OWNER_EXECUTE);
        }
        try (InputStream in = Files.newInputStream(file)) {
            return in.read() == '#' && in.read() == '!';
        }
    }

    private void unreadable(String path, Exception cause) {
        problem(
                path,
                "change.file-unreadable",
                "cannot be read: " + FilePaths.shown(String.valueOf(cause.getMessage())),
                "see that it is there and that you may read it");
    }

    private void problem(String path, String code, String message, String remedy) {
        problems.add(FolderRules.error(path, code, message, remedy));
    }
}
