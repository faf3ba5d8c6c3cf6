package dev.cadastre.parcel;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import tools.jackson.databind.JsonNode;

/** An action of {@code make.json}: what a repository of sources cannot hold. */
record ConformanceAction(JsonNode told) {

    void in(Path folder) throws IOException, InterruptedException {
        Path path = folder.resolve(told.path("path").stringValue());
        Files.createDirectories(path.getParent());
        String action = told.path("do").stringValue();
        switch (action) {
            case "file" -> file(path);
            case "files" -> files(path);
            case "folder" -> Files.createDirectories(path);
            case "link" -> Files.createSymbolicLink(path, Path.of(told.path("to").stringValue()));
            case "pipe" -> pipe(path);
            case "executable" ->
                    Files.setPosixFilePermissions(
                            path, PosixFilePermissions.fromString("rwxr-xr-x"));
            case "remove" -> Files.delete(path);
            default -> throw new AssertionError("There is no such action: " + action);
        }
    }

    private void file(Path path) throws IOException {
        if (told.has("content")) {
            Files.writeString(path, told.path("content").stringValue());
        } else if (told.has("repeat")) {
            String text = told.path("repeat").stringValue();
            int size = told.path("size").intValue();
            Files.writeString(path, text.repeat(size / text.length() + 1).substring(0, size));
        } else {
            try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
                file.setLength(told.path("size").longValue());
            }
        }
    }

    private void files(Path path) throws IOException {
        for (int i = 0; i < told.path("count").intValue(); i++) {
            Files.createFile(Path.of(path.toString().replace("%d", String.valueOf(i))));
        }
    }

    private static void pipe(Path path) throws IOException, InterruptedException {
        int status = new ProcessBuilder("mkfifo", path.toString()).inheritIO().start().waitFor();
        if (status != 0) {
            throw new AssertionError("mkfifo ended with the status " + status);
        }
    }
}
