package dev.cadastre.server.storage.backup;

import java.sql.Connection;
import java.sql.SQLException;

/** Opens connections to the database of a register. The caller closes them. */
@FunctionalInterface
public interface Database {

    /** One that nobody else uses. */
    Connection open() throws SQLException;
}
