package dev.cadastre.server.storage;

import com.zaxxer.hikari.HikariDataSource;
import dev.cadastre.server.storage.backup.BackupFile;
import dev.cadastre.server.storage.backup.BackupRefused;
import dev.cadastre.server.storage.backup.HomeRestoring;
import dev.cadastre.server.storage.backup.Loading;
import dev.cadastre.server.storage.backup.Progress;
import dev.cadastre.server.storage.backup.SchemaVersions;
import dev.cadastre.server.storage.backup.Workers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.api.FlywayException;

/**
 * Makes a home and a database of a backup. All of the backup is verified before anything is
 * written. What was begun is marked until it is whole, so that no server starts on a part, and is
 * emptied by the next try.
 */
final class Restore {

    private final RestoreOrder order;
    private final Progress progress;

    Restore(RestoreOrder order, Progress progress) {
        this.order = order;
        this.progress = progress;
    }

    /**
     * Does it.
     *
     * @throws dev.cadastre.server.storage.backup.BackupRefused if the backup, the home, the key or
     *     the database are not as needed
     * @throws StartFailure if the home or the embedded PostgreSQL cannot be used
     */
    void run() throws IOException {
        Path path = order.home().toAbsolutePath().normalize();
        var target = new RestoreHome(path);
        HomeOwner.require(path);
        target.requireEmpty();
        try (BackupFile file = BackupFile.open(order.file())) {
            if (RestoreMark.isLoaded(path, what(file))) {
                finish(path, file);
                return;
            }
            SchemaVersions.requireKnown(
                    file.head().schemas(), SchemaVersions.newestKnown(), "The backup");
            target.requireKey(file.head(), order.withoutKey());
            target.requireRoom(file.room());
            file.verify(progress);
            Home home = new Home(path);
            try (HomeLock _ = HomeLock.take(home)) {
                // Another may have made something of it while the backup was verified.
                target.requireEmpty();
                restore(file, home, target);
            }
        }
    }

    /** One line that tells this restore from that of another backup, or into another database. */
    private String what(BackupFile file) {
        String url = order.databaseUrl();
        // A URL may have a password in it, which is no text for a file.
        String database =
                url == null
                        ? "the home"
                        : UUID.nameUUIDFromBytes(url.getBytes(StandardCharsets.UTF_8)).toString();
        return "%s into %s".formatted(file.sum(), database);
    }

    private void finish(Path home, BackupFile file) throws IOException {
        try (HomeLock _ = HomeLock.take(new Home(home))) {
            if (RestoreMark.isLoaded(home, what(file))) {
                finish(home);
            }
        }
    }

    private void restore(BackupFile file, Home home, RestoreHome target) throws IOException {
        RestoreMark.set(home.path());
        target.empty();
        var files = new HomeRestoring(file, home.path(), progress);
        var database = new RestoreDatabase(order, home);
        try {
            Workers.run(List.of(database::begin, files::restore));
            try (HikariDataSource kept = PlainConnections.kept(database.source())) {
                new Loading(file, kept::getConnection, PartMigrations.on(kept), progress).load();
            }
            progress.step("disk");
            database.settle();
        } catch (BackupRefused | StartFailure | FlywayException e) {
            target.requireNotFull(e);
            throw e;
        } finally {
            database.stop();
        }
        Disk.sync();
        RestoreMark.setLoaded(home.path(), what(file));
        finish(home.path());
    }

    /** Takes the marks away; that of the home last, so that this can be done again. */
    private void finish(Path home) throws IOException {
        if (order.databaseUrl() != null) {
            RestoreDatabase.end(order, order.databaseUrl());
        }
        RestoreMark.remove(home);
    }
}
