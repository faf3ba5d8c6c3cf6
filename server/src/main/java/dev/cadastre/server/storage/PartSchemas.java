package dev.cadastre.server.storage;

import java.util.List;
import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/**
 * Brings the tables of each part up to date. Each part has its own migrations, numbered from 1, in
 * {@code db/migration/PART}, and its own table that says which were applied.
 */
@Component
class PartSchemas implements FlywayMigrationStrategy {

    /** The parts with tables; what others refer to comes first. */
    static final List<String> PARTS =
            List.of(
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

    @Override
    public void migrate(Flyway whole) {
        for (String part : PARTS) {
            Flyway.configure(whole.getConfiguration().getClassLoader())
                    .configuration(whole.getConfiguration())
                    // Where beans are planned ahead, it has a list of the files of all parts.
                    .resourceProvider(null)
                    .locations("classpath:db/migration/" + part)
                    // Else it is that of the user's name, if one has it, as "cadastre" may.
                    .defaultSchema("public")
                    .table("flyway_schema_history_" + part)
                    // The tables of other parts are there already.
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .load()
                    .migrate();
        }
    }
}
