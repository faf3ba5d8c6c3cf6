package dev.cadastre.server.storage;

import dev.cadastre.server.ServerVersion;
import dev.cadastre.server.storage.backup.BackupTaking;
import dev.cadastre.server.storage.backup.Database;
import dev.cadastre.server.storage.backup.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The backups that the server takes by itself before it changes what it cannot change back. */
final class SafetyBackups {

    private static final Logger log = LoggerFactory.getLogger(SafetyBackups.class);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String PREFIX = "before-";
    private static final String SUFFIX = ".backup";
    private static final int KEPT = 3;

    /** Text packs to a fifth or less, and what is packed already is a small part of a register. */
    private static final int PACKED = 2;

    private static final long SPARE = 64L << 20;

    private final Path home;
    private final Path folder;
    private final Clock clock;

    SafetyBackups(Path home, Path folder, Clock clock) {
        this.home = home;
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * Takes one, while no server runs.
     *
     * @param change what is about to be done, as a part of the file's name
     * @param instead what else an operator can do who has no room for it; a sentence
     * @throws StartFailure if it cannot be taken; nothing was changed
     */
    Path take(Database database, String change, String instead) {
        Path file = folder.resolve(PREFIX + change + "-" + TIME.format(clock.instant()) + SUFFIX);
        var taking =
                new BackupTaking(
                        database,
                        PartSchemas.PARTS,
                        home,
                        null,
                        new BackupTaking.Origin(
                                ServerVersion.text(), Machine.name(), MasterKey.fingerprint(home)));
        try {
            Files.createDirectories(folder);
            requireRoom(taking.bytes(), instead);
            WholeFile.write(file, target -> taking.write(target, clock, Progress.NONE));
            log.info("{} is a backup of what was there before", file);
            return file;
        } catch (IOException e) {
            throw new StartFailure(
                    "The backup before %s cannot be taken: %s".formatted(change, e.getMessage()),
                    remedy(instead),
                    e);
        }
    }

    private void requireRoom(long bytes, String instead) {
        long free = folder.toFile().getUsableSpace();
        long wanted = bytes / PACKED + SPARE;
        if (free < wanted) {
            throw new StartFailure(
                    "There is no room for the backup that an upgrade begins with: %s has %d MB free, and %d MB may be needed"
                            .formatted(folder, free >> 20, wanted >> 20),
                    remedy(instead));
        }
    }

    private static String remedy(String instead) {
        return "Free some space, or name another folder by [upgrade] backups. %s Nothing was changed."
                .formatted(instead);
    }

    /** Deletes all but the newest three. To be called when what they were taken for has ended. */
    void forgetOld() {
        try {
            deleteOld();
        } catch (IOException e) {
            log.warn("Old backups in {} could not be deleted: {}", folder, e.getMessage());
        }
    }

    private void deleteOld() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> newestFirst =
                    files.filter(SafetyBackups::isOne)
                            .sorted((one, other) -> time(other).compareTo(time(one)))
                            .toList();
            for (Path old :
                    newestFirst.subList(Math.min(KEPT, newestFirst.size()), newestFirst.size())) {
                Files.delete(old);
            }
        }
    }

    private static boolean isOne(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith(PREFIX) && name.endsWith(SUFFIX);
    }

    private static String time(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('-') + 1);
    }
}
