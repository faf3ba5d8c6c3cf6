package dev.cadastre.change.host;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The folder where scripts of this machine write down that they are at work, so that whoever goes
 * on after this program was killed begins none twice. It is there only while something is in it.
 */
final class LocalTraces {

    private final @Nullable Path folder;

    /**
     * A folder of one run's own.
     *
     * @param folder null for nowhere
     */
    LocalTraces(@Nullable Path folder) {
        this.folder = folder;
    }

    /** Where a script is to write it down; null for nowhere. */
    @Nullable Path begin(int number) throws IOException {
        if (folder == null) {
            return null;
        }
        Files.createDirectories(
                folder,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        return file(folder, number);
    }

    private static Path file(Path folder, int number) {
        return folder.resolve(HostPrograms.id(number));
    }

    /** A script is known to have ended. */
    void forget(int number) {
        if (folder != null) {
            try {
                Files.deleteIfExists(file(folder, number));
                Files.delete(folder);
            } catch (DirectoryNotEmptyException | NoSuchFileException e) {
                // Another one is at work, or was when this program was killed.
            } catch (IOException e) {
                // What is written down there is of a process that is gone, and says so.
            }
        }
    }

    /** What is written down of some scripts. */
    Map<Integer, Path> of(Collection<Integer> numbers) {
        Map<Integer, Path> left = new TreeMap<>();
        if (folder != null) {
            for (int number : numbers) {
                Path file = file(folder, number);
                if (Files.exists(file)) {
                    left.put(number, file);
                }
            }
        }
        return left;
    }
}
