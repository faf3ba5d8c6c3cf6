package dev.cadastre.parcel.folder;

import dev.cadastre.change.archive.FilePaths;
import dev.cadastre.ini.Problem;
import dev.cadastre.ini.Problems;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads a folder of this machine, and notes all that is wrong with its files. For one folder. */
final class FolderWalk {

    /** Folders without files are no part of a parcel, but are walked through. */
    private static final int MOST_ENTRIES = 3 * ParcelRules.MOST_FILES;

    private final Path root;
    private final SteadyFile.Opening opening;
    private final Problems problems;
    private final Map<String, byte[]> documents = new TreeMap<>();
    private final Map<ParcelFile, Path> files = new HashMap<>();

    /** The real folders that the one being read is in, by which loops are seen. */
    private final Deque<Path> inside = new ArrayDeque<>();

    private Path realRoot;
    private int entries;
    private int seen;
    private long bytes;

    FolderWalk(Path root, SteadyFile.Opening opening) {
        this.root = root;
        this.opening = opening;
        this.realRoot = root;
        this.problems = new Problems(FilePaths.shown(root.toString()));
    }

    ParcelFolderReading read() {
        try {
            realRoot = root.toRealPath();
            folder("", realRoot);
        } catch (IOException e) {
            unreadable(root.toString(), e);
        }
        problems.addAll(amount());
        return new ParcelFolderReading(new ParcelFolder(documents, files), problems.list());
    }

    private List<Problem> amount() {
        int counted = entries > MOST_ENTRIES ? ParcelRules.MOST_FILES + 1 : seen;
        return ParcelRules.amount(root.toString(), counted, bytes);
    }

    private boolean isFull() {
        return seen > ParcelRules.MOST_FILES || entries > MOST_ENTRIES || problems.isFull();
    }

    private void folder(String path, Path real) {
        if (inside.contains(real)) {
            problem(path, "parcel.file-link", "leads back into itself", "remove the link");
            return;
        }
        inside.push(real);
        try (DirectoryStream<Path> all = Files.newDirectoryStream(real)) {
            for (Path entry : all) {
                String name = String.valueOf(entry.getFileName());
                entries++;
                if (isFull()) {
                    return;
                }
                if (!ParcelRules.isLeftOut(name)) {
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
            if (!real.startsWith(realRoot)) {
                problem(
                        path,
                        "parcel.file-link",
                        "is a link that leaves the parcel's folder",
                        "put a copy of what it leads to in its place");
                return;
            }
            BasicFileAttributes kind =
                    Files.readAttributes(
                            real, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (path.indexOf('/') < 0) {
                top(path, real, kind);
            } else {
                inner(path, real, kind);
            }
        } catch (IOException e) {
            unreadable(path, e);
        }
    }

    private void top(String name, Path real, BasicFileAttributes kind) throws IOException {
        if (kind.isDirectory() && ParcelRules.FOLDERS.contains(name)) {
            folder(name, real);
        } else if (kind.isRegularFile() && ParcelRules.DOCUMENTS.contains(name)) {
            document(name, real);
        } else if (!kind.isRegularFile() || !ParcelRules.isBeside(name)) {
            problem(
                    name,
                    "parcel.top-unknown",
                    "is nothing that a parcel's folder has",
                    "put what hosts are to get into files/, and remove the rest");
        }
    }

    private void document(String name, Path real) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        int most = ParcelRules.most(name);
        if (Files.size(real) > most) {
            problem(
                    name,
                    "parcel.too-large",
                    "has more than %d bytes".formatted(most),
                    "keep only what is needed");
            return;
        }
        SteadyFile file = new SteadyFile(real, opening);
        Optional<SteadyFile.Read> read =
                file.read(
                        most,
                        () -> {
                            content.reset();
                            return content;
                        });
        if (read.isPresent()) {
            documents.put(name, content.toByteArray());
        } else {
            unsteady(name);
        }
    }

    private void inner(String path, Path real, BasicFileAttributes kind) throws IOException {
        Optional<String> name = ParcelRules.problem(path);
        if (name.isPresent()) {
            problem(
                    path,
                    "parcel.file-name",
                    "the name " + name.get(),
                    "rename it, so that every machine can hold it");
        } else if (kind.isDirectory()) {
            folder(path, real);
        } else if (kind.isRegularFile()) {
            file(path, real);
        } else {
            problem(
                    path,
                    "parcel.file-special",
                    "is neither a file nor a folder",
                    "remove it; a parcel holds no devices, pipes or sockets");
        }
    }

    private void file(String path, Path real) throws IOException {
        seen++;
        bytes += Files.size(real);
        if (bytes > ParcelRules.MOST_BYTES) {
            return;
        }
        SteadyFile file = new SteadyFile(real, opening);
        Optional<SteadyFile.Read> read =
                file.read(ParcelRules.MOST_BYTES, OutputStream::nullOutputStream);
        if (read.isPresent()) {
            files.put(
                    new ParcelFile(
                            path, file.isExecutable(), read.get().size(), read.get().digest()),
                    real);
        } else {
            unsteady(path);
        }
    }

    private void unsteady(String path) {
        problem(
                path,
                "parcel.file-unreadable",
                "is being written while it is read",
                "wait until it is done, and do it again");
    }

    private void unreadable(String path, Exception cause) {
        problem(
                path,
                "parcel.file-unreadable",
                "cannot be read: " + FilePaths.shown(String.valueOf(cause.getMessage())),
                "see that it is there and that you may read it");
    }

    private void problem(String path, String code, String message, String remedy) {
        problems.add(ParcelRules.error(path, code, message, remedy));
    }
}
