package dev.cadastre.server.storage;

import dev.cadastre.server.ServerVersion;
import dev.cadastre.server.storage.backup.BackupRefused;
import dev.cadastre.server.storage.backup.SchemaVersions;
import dev.cadastre.server.storage.backup.Schemas;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/** Looks at tables before they are migrated: whether they may be, and what they hold is kept. */
@Component
class UpgradeBackup {

    private final UpgradeProperties properties;
    private final SafetyBackups backups;

    UpgradeBackup(UpgradeProperties properties, Home home, Clock clock) {
        this.properties = properties;
        this.backups = new SafetyBackups(home.path(), properties.folder(home), clock);
    }

    /**
     * Takes a backup if tables that are there are about to be migrated.
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
            backups.take(database::getConnection, ServerVersion.text());
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
