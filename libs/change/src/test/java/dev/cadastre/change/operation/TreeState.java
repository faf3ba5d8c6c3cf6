package dev.cadastre.change.operation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All that can be seen of a folder: what must be the same after a look. */
record TreeState(Map<String, String> entries) {

    static TreeState of(Path root) throws IOException {
        Map<String, String> entries = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(root)) {
            paths.forEach(path -> entries.put(root.relativize(path).toString(), of(root, path)));
        }
        return new TreeState(entries);
    }

    /** What is not as it was, by path. */
    Map<String, String> since(TreeState before) {
        Map<String, String> changes = new TreeMap<>();
        entries.forEach((path, seen) -> {
            String was = before.entries.getOrDefault(path, "absent");
            if (!was.equals(seen)) {
                changes.put(path, was + " -> " + seen);
            }
        });
        before.entries.keySet().stream()
                .filter(path -> !entries.containsKey(path))
                .forEach(path -> changes.put(path, "gone"));
        return changes;
    }

    private static String of(Path root, Path path) {
        try {
            Map<String, Object> seen =
                    Files.readAttributes(
                            path,
                            "unix:mode,uid,gid,ino,lastModifiedTime",
                            LinkOption.NOFOLLOW_LINKS);
            String content = "";
            if (Files.isSymbolicLink(path)) {
                content = Files.readSymbolicLink(path).toString();
            } else if (Files.isRegularFile(path)) {
                content = ContentDigest.cksum(Files.readAllBytes(path));
            }
            return new TreeMap<>(seen) + content;
        } catch (IOException e) {
            throw new UncheckedIOException(root + ": " + path, e);
        }
    }
}
