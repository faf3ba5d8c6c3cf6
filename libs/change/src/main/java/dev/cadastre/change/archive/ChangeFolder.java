package dev.cadastre.change.archive;

import dev.cadastre.change.script.Payload;
import dev.cadastre.ini.Problem;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The files of a change: what they are called, which may be run, and what is in them. Immutable,
 * and as good as: content that lies in a folder is read when it is wanted, and is refused if it is
 * no longer what it was.
 */
public final class ChangeFolder {

    /** What all files together may have. */
    public static final long MOST_BYTES = 256L << 20;

    /** How many files there may be. */
    public static final int MOST_FILES = 20_000;

    /** Where content comes from. */
    @FunctionalInterface
    interface Contents {
        byte[] read(String path) throws IOException;
    }

    private final SortedMap<String, FolderFile> files = new TreeMap<>(FilePaths.ORDER);
    private final Contents contents;
    private final String digest;

    /** What somebody has of the contents, by path. Guarded by itself. */
    private final Map<String, WeakReference<Payload>> shared = new HashMap<>();

    ChangeFolder(Collection<FolderFile> files, Contents contents) {
        files.forEach(file -> this.files.put(file.path(), file));
        this.contents = contents;
        this.digest = FolderDigest.of(this.files.values());
    }

    /**
     * Reads a folder of this machine. Folders of version control are no part of it. All that is
     * wrong is told at once.
     */
    public static FolderReading read(Path folder) {
        return new FolderReader(folder, Files::newInputStream).read();
    }

    /**
     * One in memory.
     *
     * @param files content by path
     * @param executables paths of those that may be run
     * @throws IllegalArgumentException if a name or the whole is not what a change may have; its
     *     message tells all of it
     */
    public static ChangeFolder of(Map<String, byte[]> files, Collection<String> executables) {
        Map<String, byte[]> copies = new HashMap<>();
        files.forEach((path, content) -> copies.put(path, content.clone()));
        Set<String> runnable = Set.copyOf(executables);
        List<FolderFile> listed =
                copies.entrySet().stream()
                        .map(file ->
                                new FolderFile(
                                        file.getKey(),
                                        runnable.contains(file.getKey()),
                                        file.getValue().length,
                                        FolderDigest.sha256(file.getValue())))
                        .toList();
        return checked(listed, path -> content(copies, path));
    }

    private static byte[] content(Map<String, byte[]> files, String path) throws IOException {
        byte[] content = files.get(path);
        if (content == null) {
            throw new NoSuchFileException(path);
        }
        return content.clone();
    }

    private static ChangeFolder checked(List<FolderFile> files, Contents contents) {
        List<Problem> problems = FolderRules.problems("the change", files);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(
                    problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        }
        return new ChangeFolder(files, contents);
    }

    /**
     * The same with more files, which replace those of the same path.
     *
     * @throws IllegalArgumentException as {@link #of} says
     */
    public ChangeFolder with(Map<String, byte[]> more, Collection<String> executables) {
        ChangeFolder added = of(more, executables);
        Map<String, FolderFile> all = new HashMap<>(files);
        all.putAll(added.files);
        return checked(
                List.copyOf(all.values()),
                path -> (added.files.containsKey(path) ? added : this).content(path));
    }

    /** All files, by the bytes of their paths. */
    public Collection<FolderFile> files() {
        return Collections.unmodifiableCollection(files.values());
    }

    /** The file of a path; empty if there is none. */
    public Optional<FolderFile> find(String path) {
        return Optional.ofNullable(files.get(path));
    }

    /** Whether there is a file of that path, or a folder; whether it ends with a slash or not. */
    public boolean has(String path) {
        String folder = path.endsWith("/") ? path : path + "/";
        SortedMap<String, FolderFile> below = files.tailMap(folder);
        return files.containsKey(path) || (!below.isEmpty() && below.firstKey().startsWith(folder));
    }

    /**
     * The content of a file.
     *
     * @throws NoSuchFileException if there is no such file
     * @throws IOException if it cannot be read, or is not what it was when its digest was made
     */
    public byte[] content(String path) throws IOException {
        FolderFile file = files.get(path);
        if (file == null) {
            throw new NoSuchFileException(path);
        }
        byte[] content = contents.read(path);
        if (content.length != file.size() || !FolderDigest.sha256(content).equals(file.sha256())) {
            throw new IOException(
                    path + " was changed since the change was read; plan the change again");
        }
        return content;
    }

    /**
     * The same, which all share that have it at a time; only one at a time reads.
     *
     * @throws IOException as {@link #content} does
     */
    public Payload payload(String path) throws IOException {
        synchronized (shared) {
            WeakReference<Payload> known = shared.get(path);
            Payload payload = known == null ? null : known.get();
            if (payload == null) {
                payload = Payload.ofOwn(content(path));
                shared.put(path, new WeakReference<>(payload));
            }
            return payload;
        }
    }

    /** In 64 hexadecimal digits; the same for the same paths, modes and contents. */
    public String digest() {
        return digest;
    }

    /** What all contents have together, in bytes. */
    public long size() {
        return files.values().stream().mapToLong(FolderFile::size).sum();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ChangeFolder that && digest.equals(that.digest);
    }

    @Override
    public int hashCode() {
        return digest.hashCode();
    }

    @Override
    public String toString() {
        return "%d files, %d bytes, %s".formatted(files.size(), size(), digest);
    }
}
