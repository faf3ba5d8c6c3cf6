package dev.cadastre.parcel.draft;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Objects;

/** Writes the folder of a draft. */
final class DraftFolder {

    private DraftFolder() {}

    static void write(Path folder, Map<String, String> texts, Map<String, Path> copies)
            throws IOException {
        Path parent = folder.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.createDirectory(folder);
        for (Map.Entry<String, String> text : texts.entrySet()) {
            Path file = Files.writeString(place(folder, text.getKey()), text.getValue());
            if (text.getValue().startsWith("#!") && !text.getKey().startsWith("templates/")) {
                makeExecutable(file);
            }
        }
        for (Map.Entry<String, Path> copy : copies.entrySet()) {
            Files.copy(copy.getValue(), place(folder, copy.getKey()));
        }
    }

    private static Path place(Path folder, String path) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        return file;
    }

    private static void makeExecutable(Path file) throws IOException {
        if (Files.getFileAttributeView(file, PosixFileAttributeView.class) != null) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}
