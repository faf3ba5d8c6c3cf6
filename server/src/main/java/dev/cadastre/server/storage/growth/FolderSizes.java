package dev.cadastre.server.storage.growth;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Adds up what the folders of the home take. */
final class FolderSizes {

    private FolderSizes() {}

    /** By the names of the folders directly in {@code home}. Links are not followed. */
    static Map<String, Long> in(Path home) throws IOException {
        Map<String, Long> sizes = new TreeMap<>();
        try (Stream<Path> entries = Files.list(home)) {
            for (Path entry : entries.filter(path -> !Files.isSymbolicLink(path)).toList()) {
                if (Files.isDirectory(entry)) {
                    sizes.put(entry.getFileName().toString(), size(entry));
                }
            }
        }
        return sizes;
    }

    private static long size(Path folder) throws IOException {
        Sum sum = new Sum();
        Files.walkFileTree(folder, sum);
        return sum.bytes;
    }

    /** Files come and go meanwhile; one that is gone takes nothing. */
    private static final class Sum extends SimpleFileVisitor<Path> {

        private long bytes;

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            bytes += attributes.isRegularFile() ? attributes.size() : 0;
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) {
            return FileVisitResult.CONTINUE;
        }
    }
}
