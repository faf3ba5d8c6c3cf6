package dev.cadastre.server.storage.growth;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Adds up what the folders of the home take of the disk. Files with holes, as series are, take less
 * than they are long; Java cannot tell that, and du(1) can.
 */
final class FolderSizes {

    private static final long LIMIT_SECONDS = 20;
    private static final Pattern KILOBYTES = Pattern.compile("([0-9]{1,15})\\s");

    private FolderSizes() {}

    /** By the names of the folders directly in {@code home}. Links are not followed. */
    static Map<String, Long> in(Path home) throws IOException {
        Map<String, Long> sizes = new TreeMap<>();
        try (Stream<Path> entries = Files.list(home)) {
            for (Path entry : entries.filter(path -> !Files.isSymbolicLink(path)).toList()) {
                if (Files.isDirectory(entry)) {
                    OptionalLong taken = taken(entry);
                    sizes.put(
                            entry.getFileName().toString(),
                            taken.isPresent() ? taken.getAsLong() : length(entry));
                }
            }
        }
        return sizes;
    }

    /** Empty where there is no du, or it takes too long. */
    private static OptionalLong taken(Path folder) {
        try {
            Process du =
                    new ProcessBuilder("du", "-s", "-k", folder.toString())
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            if (!du.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                du.destroyForcibly();
                return OptionalLong.empty();
            }
            // It fails where a file goes meanwhile, and tells the sum nevertheless.
            String told =
                    new String(du.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            Matcher kilobytes = KILOBYTES.matcher(told);
            return kilobytes.lookingAt()
                    ? OptionalLong.of(Long.parseLong(kilobytes.group(1)) << 10)
                    : OptionalLong.empty();
        } catch (IOException e) {
            return OptionalLong.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalLong.empty();
        }
    }

    /** As long as its files are together. */
    private static long length(Path folder) throws IOException {
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
