package dev.cadastre.server.storage;

import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/**
 * Brings the tables of each part up to date when the server starts. Of tables that hold something a
 * backup is taken before.
 */
@Component
class PartSchemas implements FlywayMigrationStrategy {

    /** The parts with tables. */
    static final List<String> PARTS =
            List.of(
                    "storage",
                    "timeline",
                    "access",
                    "estate",
                    "dispatch",
                    "search",
                    "inventory",
                    "topology",
                    "monitoring",
                    "parcels",
                    "alerting",
                    "change");

    private final UpgradeBackup backup;

    PartSchemas(UpgradeBackup backup) {
        this.backup = backup;
    }

    @Override
    public void migrate(Flyway whole) {
        PartMigrations migrations = new PartMigrations(whole.getConfiguration());
        backup.before(migrations, whole.getConfiguration().getDataSource());
        try {
            migrations.migrate();
        } catch (FlywayException e) {
            throw new StartFailure(
                    "The tables cannot be brought to the form of this version: "
                            + NestedExceptionUtils.getMostSpecificCause(e).getMessage(),
                    "See free disk space, and start again; each step is done as a whole or not at"
                            + " all.",
                    e);
        }
        backup.after();
    }
}
