package dev.cadastre.server.storage;

import dev.cadastre.server.storage.backup.SchemaVersions;
import dev.cadastre.server.storage.backup.Schemas;
import dev.cadastre.server.storage.backup.Workers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * The migrations of all parts on one database. Each part has its own, numbered from 1, in {@code
 * db/migration/PART}, and its own table that says which were applied. They only go forward, and
 * none refers to tables of another part.
 */
final class PartMigrations implements Schemas {

    private static final String FOLDER = "db/migration/";

    /** The version of tables that are not there. */
    private static final String NONE = "0";

    /** No file begins so; views are of the newest tables. */
    private static final String NO_VIEWS = "NONE";

    /** Each takes three connections of a pool, so that all of them must find some. */
    private static final int AT_ONCE = 2;

    private final Configuration base;

    PartMigrations(Configuration base) {
        this.base = base;
    }

    static PartMigrations on(DataSource database) {
        return new PartMigrations(Flyway.configure().dataSource(database));
    }

    @Override
    public List<String> parts() {
        return PartSchemas.PARTS;
    }

    @Override
    public Map<String, String> newest() {
        return SchemaVersions.newestKnown();
    }

    @Override
    public void make(Map<String, String> versions) {
        Map<String, String> newest = newest();
        List<FluentConfiguration> made = new ArrayList<>();
        for (String part : parts()) {
            String version = versions.getOrDefault(part, NONE);
            if (version.equals(newest.get(part))) {
                made.add(flyway(part));
            } else if (!version.equals(NONE)) {
                made.add(flyway(part).target(version).repeatableSqlMigrationPrefix(NO_VIEWS));
            }
        }
        run(made);
    }

    @Override
    public void migrate() {
        run(parts().stream().map(this::flyway).toList());
    }

    private static void run(List<FluentConfiguration> parts) {
        try {
            Workers.run(
                    parts.stream().map(part -> (Workers.Work) () -> part.load().migrate()).toList(),
                    AT_ONCE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FluentConfiguration flyway(String part) {
        return Flyway.configure(base.getClassLoader())
                .configuration(base)
                // Where beans are planned ahead, it has a list of the files of all parts.
                .resourceProvider(null)
                .locations("classpath:" + FOLDER + part)
                // Else it is that of the user's name, if one has it, as "cadastre" may.
                .defaultSchema("public")
                .table("flyway_schema_history_" + part)
                // The tables of other parts are there already.
                .baselineOnMigrate(true)
                .baselineVersion("0");
    }
}
