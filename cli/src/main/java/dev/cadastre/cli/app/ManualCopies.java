package dev.cadastre.cli.app;

import dev.cadastre.cli.json.JsonReader;
import dev.cadastre.cli.json.JsonWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Copies of operations manuals, a file for each app of each server, which only its owner can read.
 * There are so many at most; those that were not renewed for the longest time go.
 */
final class ManualCopies {

    private static final int MOST = 100;
    private static final int MOST_BYTES = 8 << 20;
    private static final FileAttribute<?> OWNER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<?> OWNER_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Path folder;

    /** In a folder, which need not exist. */
    ManualCopies(Path folder) {
        this.folder = folder;
    }

    /** Keeps one in place of what there is of that app. */
    void keep(ManualCopy copy) throws IOException {
        Files.createDirectories(folder, OWNER_FOLDER);
        Path partial = Files.createTempFile(folder, "copy", null, OWNER);
        try {
            Files.writeString(partial, JsonWriter.writeLine(copy.json()));
            Files.move(
                    partial,
                    file(copy.server(), copy.app()),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(partial);
        }
        List<Path> files = files();
        for (Path old : files.subList(Math.min(MOST, files.size()), files.size())) {
            Files.deleteIfExists(old);
        }
    }

    /** The one of an app; empty if there is none that can be read. */
    Optional<ManualCopy> find(String server, String app) {
        return read(file(server, app))
                .filter(copy -> copy.server().equals(server) && copy.app().equals(app));
    }

    /** All of a server. */
    List<ManualCopy> all(String server) throws IOException {
        return files().stream()
                .flatMap(file -> read(file).stream())
                .filter(copy -> copy.server().equals(server))
                .sorted(Comparator.comparing(ManualCopy::app))
                .toList();
    }

    /** Takes away the one of an app. */
    void forget(String server, String app) throws IOException {
        Files.deleteIfExists(file(server, app));
    }

    /** The newest first. */
    private List<Path> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(file -> file.toString().endsWith(".json"))
                    .sorted(Comparator.comparingLong(ManualCopies::age))
                    .toList();
        }
    }

    /** Another process may have taken it away meanwhile. */
    private static long age(Path file) {
        return -file.toFile().lastModified();
    }

    /** A copy that is broken is as good as none. */
    private static Optional<ManualCopy> read(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(MOST_BYTES + 1);
            return content.length > MOST_BYTES
                    ? Optional.empty()
                    : ManualCopy.of(JsonReader.read(new String(content, StandardCharsets.UTF_8)));
        } catch (IOException | JsonReader.NotJson _) {
            return Optional.empty();
        }
    }

    private Path file(String server, String app) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest((server + "\n" + app).getBytes(StandardCharsets.UTF_8));
            return folder.resolve(HexFormat.of().formatHex(digest) + ".json");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
