package dev.cadastre.cli.backup;

import dev.cadastre.cli.server.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder in which a timer keeps the newest backups. Files that are not called as it calls them
 * are never touched.
 */
public record BackupFolder(Path folder) {

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'cadastre-'uuuuMMdd'T'HHmmss'Z.backup'")
                    .withZone(ZoneOffset.UTC);
    private static final Pattern OURS = Pattern.compile("cadastre-\\d{8}T\\d{6}Z\\.backup");
    private static final Pattern CUT =
            Pattern.compile(OURS.pattern() + Pattern.quote(BackupDownload.PART));

    /** The folder in which a backup is to be. */
    static BackupFolder of(Path file) {
        return new BackupFolder(file.toAbsolutePath().resolveSibling(""));
    }

    /** What a backup of that moment is called. */
    public Path file(Instant moment) {
        return folder.resolve(NAME.format(moment));
    }

    /**
     * Looks before the server is asked, which would work in vain.
     *
     * @throws Failure if the folder is none
     */
    void requireThere() {
        if (!Files.exists(folder)) {
            throw new Failure(
                    Failure.Kind.NO,
                    "There is no folder " + folder,
                    "Make it, or mount what should be there.");
        }
        if (!Files.isDirectory(folder)) {
            throw new Failure(
                    Failure.Kind.NO,
                    folder + " is not a folder",
                    "Name the folder of the backups.");
        }
    }

    /**
     * Deletes all but the newest, and what is left of backups that were cut. To be called after a
     * whole one is there.
     *
     * @return what was deleted
     */
    public List<Path> keep(int newest) {
        try (Stream<Path> entries = Files.list(folder)) {
            List<Path> all = entries.toList();
            List<Path> gone =
                    Stream.concat(
                                    named(all, OURS).sorted(Comparator.reverseOrder()).skip(newest),
                                    named(all, CUT))
                            .toList();
            for (Path old : gone) {
                Files.delete(old);
            }
            return gone;
        } catch (IOException e) {
            throw new Failure(
                    Failure.Kind.NO,
                    "The backup is taken, and older ones in %s cannot be deleted: %s"
                            .formatted(folder, e.getMessage()),
                    e,
                    "Make the folder writable.");
        }
    }

    private static Stream<Path> named(List<Path> files, Pattern pattern) {
        return files.stream()
                .filter(file -> pattern.matcher(file.getFileName().toString()).matches());
    }
}
