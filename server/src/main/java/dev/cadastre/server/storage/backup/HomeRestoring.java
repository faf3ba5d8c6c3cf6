package dev.cadastre.server.storage.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** Puts the files of a verified backup into a home. */
public final class HomeRestoring {

    private final BackupFile file;
    private final Path home;
    private final Progress progress;

    /** Does nothing yet. */
    public HomeRestoring(BackupFile file, Path home, Progress progress) {
        this.file = file;
        this.home = home;
        this.progress = progress;
    }

    /**
     * Writes them all.
     *
     * @throws BackupRefused if there is no room for one
     */
    public void restore() throws IOException {
        progress.step("files");
        for (Manifest.Item item : file.files()) {
            Path target = home.resolve(item.name().substring(HomeFiles.ENTRY.length()));
            try {
                restore(item, target);
            } catch (IOException e) {
                throw failed(target, e);
            }
        }
    }

    private static BackupRefused failed(Path target, IOException e) {
        return new BackupRefused(
                "restore.home-failed",
                "%s cannot be written: %s".formatted(target, e.getMessage()),
                "See whether there is room for it, and restore again.",
                e);
    }

    private void restore(Manifest.Item item, Path target) throws IOException {
        Files.createDirectories(
                target.getParent(),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        try (InputStream content = file.open(item)) {
            progress.bytes(SparseFile.write(content, target));
        }
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-------"));
    }

    /** The names directly in a home that a backup may bring. */
    public static List<String> tops() {
        return HomeFiles.tops();
    }
}
