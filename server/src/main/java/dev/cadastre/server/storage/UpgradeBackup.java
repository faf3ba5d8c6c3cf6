package dev.cadastre.server.storage;

import dev.cadastre.server.ServerVersion;
import dev.cadastre.server.storage.backup.BackupRefused;
import dev.cadastre.server.storage.backup.SchemaVersions;
import dev.cadastre.server.storage.backup.Schemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/** Looks at tables before they are migrated: whether they may be, and what they hold is kept. */
@Component
class UpgradeBackup {

    private static final String INSTEAD =
            "Or take a backup with the version before, and set `backup = false` in [upgrade].";

    private final UpgradeProperties properties;
    private final Path home;
    private final SafetyBackups backups;

    UpgradeBackup(UpgradeProperties properties, Home home, Clock clock) {
        this.properties = properties;
        this.home = home.path();
        this.backups = new SafetyBackups(home.path(), properties.folder(home), clock);
    }

    /**
     * Takes a backup if tables that are there are about to be migrated. Where an earlier start has
     * migrated some of them, the one that it took is kept instead.
     *
     * @throws StartFailure if they are of a later program, a part of a restore, or there can be no
     *     backup
     */
    void before(Schemas schemas, DataSource database) {
        Map<String, String> newest = schemas.newest();
        Map<String, String> found = found(schemas, database);
        try {
            SchemaVersions.requireKnown(found, newest, "The database");
        } catch (BackupRefused e) {
            throw new StartFailure(String.valueOf(e.getMessage()), e.remedy(), e);
        }
        if (properties.backup() && !found.isEmpty() && !found.equals(newest)) {
            keep(database, found);
        }
    }

    private void keep(DataSource database, Map<String, String> found) {
        try {
            Optional<UpgradeMark> begun = UpgradeMark.in(home);
            if (begun.filter(mark -> isHalfDone(mark, found)).isPresent()) {
                return;
            }
            Path taken = backups.take(database::getConnection, ServerVersion.text(), INSTEAD);
            new UpgradeMark(taken, found).set(home);
            if (begun.isPresent() && !begun.get().backup().equals(taken)) {
                // It was of the same tables, at an earlier time.
                Files.deleteIfExists(begun.get().backup());
            }
        } catch (IOException e) {
            throw new StartFailure(
                    "The home %s cannot be marked before an upgrade: %s"
                            .formatted(home, e.getMessage()),
                    "See free disk space and permissions, and start again: nothing was changed.",
                    e);
        }
    }

    /** Between the versions of two programs no server runs, so that nothing was written since. */
    private static boolean isHalfDone(UpgradeMark mark, Map<String, String> found) {
        return !mark.schemas().equals(found) && Files.exists(mark.backup());
    }

    /** All tables are migrated: older backups may go. */
    void after() {
        try {
            if (UpgradeMark.in(home).isPresent()) {
                backups.forgetOld();
                UpgradeMark.remove(home);
            }
        } catch (IOException e) {
            throw new StartFailure(
                    "The mark of an upgrade in %s cannot be removed: %s"
                            .formatted(home, e.getMessage()),
                    "See permissions, and start again: all else is done.",
                    e);
        }
    }

    private static Map<String, String> found(Schemas schemas, DataSource database) {
        try (Connection connection = database.getConnection()) {
            if (RestoreMark.isIn(connection)) {
                throw RestoreMark.cut("this database");
            }
            return SchemaVersions.found(connection, schemas.parts());
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The database cannot be read", e);
        }
    }
}
