package dev.cadastre.server.storage.health;

import dev.cadastre.server.storage.backup.SchemaVersions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/** Reads which migrations there are, in the program and in the database. */
@Component
class SchemaHealth implements Examination {

    private final DataSource database;

    SchemaHealth(DataSource database) {
        this.database = database;
    }

    @Override
    public List<Finding> examine() {
        Map<String, String> known = SchemaVersions.newestKnown();
        try (Connection connection = database.getConnection()) {
            return SchemaFindings.of(known, SchemaVersions.found(connection, known.keySet()));
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The database cannot be read", e);
        }
    }
}
