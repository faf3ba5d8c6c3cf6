package dev.cadastre.server.storage;

import com.zaxxer.hikari.HikariDataSource;
import dev.cadastre.server.storage.backup.BackupFile;
import dev.cadastre.server.storage.backup.BackupRefused;
import dev.cadastre.server.storage.backup.Loading;
import dev.cadastre.server.storage.backup.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the data of an embedded PostgreSQL of an older major version over into a new cluster: by a
 * backup, which stays, and a restore. The old cluster stays as {@code data-17} until somebody says
 * that it may go. A start that is cut goes on or begins anew at the next: a new cluster is in place
 * only when it is whole.
 *
 * @param home whose cluster it is
 * @param safety takes the backup
 */
record OldCluster(Home home, SafetyBackups safety) {

    private static final Logger log = LoggerFactory.getLogger(OldCluster.class);
    private static final String KEPT = "data-";

    /**
     * Does nothing where the cluster is of the version of this program's PostgreSQL, or there is
     * none.
     *
     * @throws StartFailure if it is of a later version, or nothing can read it
     */
    void upgrade() {
        Path folder = home.folder("postgres");
        try {
            putInPlace(folder);
            Path data = folder.resolve("data");
            if (!Files.exists(data.resolve("PG_VERSION"))) {
                return;
            }
            int old = major(data);
            int own = PostgresBinaries.major(PostgresBinaries.unpack(folder));
            if (old > own) {
                throw new StartFailure(
                        "The embedded database in %s is of PostgreSQL %d, and this program has PostgreSQL %d"
                                .formatted(data, old, own),
                        "Use the version of the program that wrote it, or a later one.");
            }
            if (old < own) {
                upgrade(folder, old, own);
            }
        } catch (IOException e) {
            throw new StartFailure(
                    "The embedded database in %s cannot be brought to a new PostgreSQL: %s"
                            .formatted(folder, e.getMessage()),
                    "See free disk space and permissions, and start again: nothing was changed.",
                    e);
        }
    }

    private static int major(Path data) throws IOException {
        String text = Files.readString(data.resolve("PG_VERSION")).strip();
        return text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 0;
    }

    private void upgrade(Path folder, int old, int own) throws IOException {
        log.info("Bringing the embedded database from PostgreSQL {} to {}", old, own);
        Path backup = backUp(folder, old, own);
        try {
            fill(folder, backup);
        } catch (IOException | RuntimeException e) {
            // The old cluster still has all that is in it, and the next try takes another.
            Files.deleteIfExists(backup);
            throw e;
        }
        putInPlace(folder);
        safety.forgetOld();
        log.info("The old database stays as {}{} until `cadastre database forget-old`", KEPT, old);
    }

    private static void fill(Path folder, Path backup) throws IOException {
        Path next = folder.resolve("data.next");
        FileTree.delete(next);
        EmbeddedPostgres fresh = EmbeddedPostgres.startToFill(folder, next);
        try (BackupFile file = BackupFile.open(backup);
                HikariDataSource kept = PlainConnections.kept(fresh.dataSource())) {
            new Loading(file, kept::getConnection, PartMigrations.on(kept), Progress.NONE).load();
        } catch (BackupRefused e) {
            throw new StartFailure(String.valueOf(e.getMessage()), e.remedy(), e);
        } finally {
            fresh.close();
        }
        fresh.closeFilled();
        Files.move(next, folder.resolve("data.ready"), StandardCopyOption.ATOMIC_MOVE);
    }

    private Path backUp(Path folder, int old, int own) throws IOException {
        Path programs =
                PostgresBinaries.unpacked(folder).stream()
                        .filter(candidate -> PostgresBinaries.major(candidate) == old)
                        .findFirst()
                        .orElseThrow(() -> noPrograms(folder, old));
        EmbeddedPostgres postgres =
                EmbeddedPostgres.startOld(folder, folder.resolve("data"), programs);
        try {
            return safety.take(
                    postgres.dataSource()::getConnection,
                    "postgresql" + own,
                    "The version before goes on with the old database meanwhile.");
        } finally {
            postgres.close();
        }
    }

    private static StartFailure noPrograms(Path folder, int old) {
        return new StartFailure(
                "The embedded database in %s is of PostgreSQL %d, and the programs of that version are gone"
                        .formatted(folder, old),
                "Take a backup with the version of the program that wrote it, and restore that into a"
                        + " new home.");
    }

    /** Also what a cut start has left to be done. */
    private static void putInPlace(Path folder) throws IOException {
        Path ready = folder.resolve("data.ready");
        if (Files.exists(ready)) {
            Path data = folder.resolve("data");
            if (Files.exists(data)) {
                Path kept = folder.resolve(KEPT + major(data));
                FileTree.delete(kept);
                Files.move(data, kept, StandardCopyOption.ATOMIC_MOVE);
            }
            Files.move(ready, data, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /**
     * Deletes the clusters that were kept, and programs that no cluster needs.
     *
     * @return what was deleted
     */
    static List<Path> forget(Path home) throws IOException {
        Path folder = home.resolve("postgres");
        Path data = folder.resolve("data");
        List<Path> gone = new ArrayList<>();
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            return gone;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            entries.filter(entry -> entry.getFileName().toString().matches(KEPT + "[0-9]{1,3}"))
                    .sorted()
                    .forEach(gone::add);
        }
        int needed = major(data);
        for (Path programs : PostgresBinaries.unpacked(folder)) {
            if (PostgresBinaries.major(programs) < needed) {
                gone.add(programs);
            }
        }
        for (Path old : gone) {
            FileTree.delete(old);
        }
        return gone;
    }
}
