package dev.cadastre.server.estate;

import dev.cadastre.ini.IniParser;
import dev.cadastre.ini.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The estate file on disk, or none. Reads it and tells when it may have changed. */
final class WatchedFile {
    private static final int MOST_BYTES = IniParser.MOST_CHARACTERS;

    private final @Nullable Path path;

    /** Those that were read last, which are watched with the file. */
    private volatile @Nullable TestFolder tests;

    WatchedFile(@Nullable Path path) {
        this.path = path == null ? null : path.toAbsolutePath().normalize();
    }

    /** What differs when the file or one of its tests was saved: same stamp, same content. */
    record Stamp(
            @Nullable FileTime modified,
            long size,
            @Nullable Object fileKey,
            boolean readable,
            Map<String, Stamp> tests) {
        static final Stamp ABSENT = new Stamp(null, -1, null, false, Map.of());
    }

    /** What reading it gave. */
    sealed interface Content {
        /** There it is. */
        record Present(FileBytes bytes, MonitorTests tests) implements Content {}

        /** It cannot be read. */
        record Unreadable(Problem problem) implements Content {}
    }

    boolean isNamed() {
        return path != null;
    }

    /** The name for messages. */
    String name() {
        return path == null ? "(no estate file)" : path.toString();
    }

    Stamp stamp() {
        if (path == null) {
            return Stamp.ABSENT;
        }
        TestFolder known = tests;
        Map<String, Stamp> stamps = new HashMap<>();
        if (known != null) {
            known.asked().forEach(test -> stamps.put(test, stamp(beside(path, test), Map.of())));
        }
        return stamp(path, stamps);
    }

    private static @Nullable Path beside(Path file, String test) {
        try {
            return file.resolveSibling(test);
        } catch (InvalidPathException _) {
            return null;
        }
    }

    private static Stamp stamp(@Nullable Path file, Map<String, Stamp> tests) {
        if (file == null) {
            return Stamp.ABSENT;
        }
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(
                    attributes.lastModifiedTime(),
                    attributes.size(),
                    attributes.fileKey(),
                    Files.isReadable(file),
                    Map.copyOf(tests));
        } catch (IOException e) {
            // Reading it says why.
            return Stamp.ABSENT;
        }
    }

    Content read() {
        if (path == null) {
            return unreadable(
                    "estate.none",
                    "the server was given no estate file",
                    "start it with --estate FILE");
        }
        try {
            return read(path);
        } catch (NoSuchFileException e) {
            return unreadable("estate.missing", "the estate file does not exist", "put it back");
        } catch (AccessDeniedException e) {
            return unreadable(
                    "estate.unreadable",
                    "the server may not read the estate file",
                    "let the user '%s' read it".formatted(System.getProperty("user.name")));
        } catch (IOException e) {
            return unreadable(
                    "estate.unreadable",
                    "the estate file cannot be read: " + e,
                    "look after the disk or network that it is on");
        }
    }

    private Content read(Path file) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            return unreadable("estate.no-file", "this is not a regular file", "name a file");
        }
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] bytes = stream.readNBytes(MOST_BYTES + 1);
            TestFolder beside = new TestFolder(file.resolveSibling(""));
            tests = beside;
            return bytes.length > MOST_BYTES
                    ? unreadable(
                            "estate.too-large",
                            "the estate file has more than " + MOST_BYTES + " bytes",
                            "check that this is the file you meant")
                    : new Content.Present(new FileBytes(bytes), beside);
        }
    }

    private Content unreadable(String code, String message, String remedy) {
        return new Content.Unreadable(Problem.error(name(), 0, 0, code, message, remedy));
    }
}
