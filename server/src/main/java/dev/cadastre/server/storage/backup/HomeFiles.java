package dev.cadastre.server.storage.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What of a home a backup has. All else in it can be made again, is no longer needed, or must not
 * be where the backup is: keys, tokens and passwords.
 */
final class HomeFiles {

    /** Below it the file of a backup has what is in the home. */
    static final String ENTRY = "files/";

    /** Files that parts keep for their tables, and copy themselves while the server runs. */
    private static final List<String> OF_PARTS = List.of("series", "parcels/blobs");

    /** What operators and demonstrations put there; written by hand or once. */
    private static final List<String> PUT_THERE =
            List.of("probes.d", "demonstration", "estate.ini");

    private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9._~+-]{1,255}");
    private static final int MOST_SEGMENTS = 8;
    private static final List<String> UNFINISHED = List.of(".new", ".partial", ".broken");

    private HomeFiles() {}

    /** The tops of all that a backup may have, where a restore removes what it began. */
    static List<String> tops() {
        return Stream.concat(OF_PARTS.stream(), PUT_THERE.stream())
                .map(path -> path.contains("/") ? path.substring(0, path.indexOf('/')) : path)
                .toList();
    }

    /**
     * Whether a backup may have such a file. Nothing leads out of the home, and nothing takes the
     * place of a file that no backup has.
     */
    static boolean isAllowed(String path) {
        String[] segments = path.split("/", -1);
        boolean proper =
                segments.length <= MOST_SEGMENTS
                        && Stream.of(segments)
                                .allMatch(segment ->
                                        SEGMENT.matcher(segment).matches()
                                                && !segment.equals(".")
                                                && !segment.equals(".."));
        return proper
                && Stream.concat(OF_PARTS.stream(), PUT_THERE.stream())
                        .anyMatch(top -> path.equals(top) || path.startsWith(top + "/"));
    }

    /** Copies what nobody changes while the server runs. */
    static void copyPutThere(Path home, FileSink target) throws IOException {
        copy(home, PUT_THERE, target);
    }

    /** Copies what parts keep, while no server runs. */
    static void copyOfParts(Path home, FileSink target) throws IOException {
        copy(home, OF_PARTS, target);
    }

    private static void copy(Path home, List<String> tops, FileSink target) throws IOException {
        for (String top : tops) {
            Path path = home.resolve(top);
            if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                try (Stream<Path> files = Files.walk(path)) {
                    for (Path file : (Iterable<Path>) files.sorted()::iterator) {
                        copy(home, file, target);
                    }
                }
            }
        }
    }

    private static void copy(Path home, Path file, FileSink target) throws IOException {
        String path = home.relativize(file).toString();
        boolean unfinished = UNFINISHED.stream().anyMatch(path::endsWith);
        if (!unfinished
                && isAllowed(path)
                && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            try {
                target.file(path, file);
            } catch (NoSuchFileException e) {
                // Somebody took it away meanwhile, as if it had been before.
            }
        }
    }

    /** The bytes of all of it now. */
    static long bytes(Path home) throws IOException {
        long[] bytes = {0};
        copy(
                home,
                Stream.concat(OF_PARTS.stream(), PUT_THERE.stream()).toList(),
                new FileSink() {
                    @Override
                    public void file(String path, byte[] content) {
                        bytes[0] += content.length;
                    }

                    @Override
                    public void file(String path, Path source) throws IOException {
                        bytes[0] += Files.size(source);
                    }
                });
        return bytes[0];
    }
}
