package dev.cadastre.server.storage;

import dev.cadastre.server.storage.backup.BackupHead;
import dev.cadastre.server.storage.backup.BackupRefused;
import dev.cadastre.server.storage.backup.HomeRestoring;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Sees that a restore finds a home as it needs it. */
record RestoreHome(Path path) {

    /** PostgreSQL writes its log in files of 16 MB, and removes one that it cannot make whole. */
    private static final long FULL = 32L << 20;

    /** What an empty home may have: what a backup never has, and was put there by hand. */
    private static final Set<String> NO_HINDRANCE =
            Set.of(
                    MasterKey.FILE,
                    "log",
                    "backups",
                    "lost+found",
                    "server.pid",
                    "restoring.partial");

    /** Refuses a home with anything in it that a restore did not begin. */
    void requireEmpty() throws IOException {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new BackupRefused(
                    "restore.home-used",
                    "The home %s is a file, and has to be a folder".formatted(path),
                    "Choose another one with --home.");
        }
        if (!Files.isDirectory(path) || RestoreMark.isIn(path)) {
            return;
        }
        try (Stream<Path> entries = Files.list(path)) {
            List<String> there =
                    entries.map(entry -> entry.getFileName().toString())
                            .filter(name -> !NO_HINDRANCE.contains(name))
                            .sorted()
                            .toList();
            if (!there.isEmpty()) {
                throw new BackupRefused(
                        "restore.home-used",
                        "The home %s is not empty: it has %s"
                                .formatted(path, String.join(", ", there)),
                        "Choose another folder with --home; nothing is restored over what is there.");
            }
        }
    }

    /**
     * Refuses secrets that nobody could open, unless that is accepted; and a key that is none,
     * since no server starts with it.
     */
    void requireKey(BackupHead head, boolean withoutKey) {
        String needed = head.key();
        String there = MasterKey.fingerprint(path);
        if (needed != null && !withoutKey && !needed.equals(there)) {
            throw new BackupRefused(
                    "restore.key",
                    there == null
                            ? "The backup has secrets, and %s has no %s to open them"
                                    .formatted(path, MasterKey.FILE)
                            : "The %s in %s is another than the one that sealed the secrets in the backup"
                                    .formatted(MasterKey.FILE, path),
                    "Put the file %s of the server that was backed up there; or restore --without-key:"
                                    .formatted(MasterKey.FILE)
                            + " the secret values of all apps are lost then, and have to be given again"
                            + " by `cadastre app configure`.");
        }
    }

    /** Refuses a disk on which there is no room for it. */
    void requireRoom(long bytes) {
        long free = disk().getUsableSpace();
        if (free < bytes) {
            throw new BackupRefused(
                    "restore.no-room",
                    "The backup takes %d MB when it is unpacked, and %s has %d MB free"
                            .formatted(bytes >> 20, path, free >> 20),
                    "Free some space, or choose a folder on another disk with --home.");
        }
    }

    /** A folder on it, where the home need not be there yet. */
    private File disk() {
        Path there = path;
        while (there.getParent() != null && !Files.isDirectory(there)) {
            there = there.getParent();
        }
        return there.toFile();
    }

    /**
     * Says that the disk is full, where it is: what fails on it seldom knows.
     *
     * @param failure what failed
     */
    void requireNotFull(RuntimeException failure) {
        long free = path.toFile().getUsableSpace();
        if (free < FULL) {
            throw new BackupRefused(
                    "restore.no-room",
                    "The disk of %s is full: it has %d MB free, and %s"
                            .formatted(path, free >> 20, failure.getMessage()),
                    "Free some space, or choose a folder on another disk with --home.",
                    failure);
        }
    }

    /** Removes what a restore that was cut has begun. */
    void empty() throws IOException {
        for (String top : HomeRestoring.tops()) {
            FileTree.delete(path.resolve(top));
        }
        Path postgres = path.resolve("postgres");
        if (Files.exists(postgres)) {
            try {
                Postmaster.stopLeftBehind(postgres.resolve("data"), EmbeddedPostgres.STOP_LIMIT);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("Interrupted", e);
            }
            FileTree.delete(postgres);
        }
    }
}
