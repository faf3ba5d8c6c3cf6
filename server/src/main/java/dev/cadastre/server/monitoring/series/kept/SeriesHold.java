package dev.cadastre.server.monitoring.series.kept;

import dev.cadastre.server.monitoring.series.file.SeriesFiles;
import dev.cadastre.server.storage.backup.FileSink;
import dev.cadastre.server.storage.backup.KeptFiles;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/**
 * Copies the series of the monitors that a backup's tables have, and of no others: their numbers
 * may be given again after a restore.
 */
final class SeriesHold implements KeptFiles.Hold {

    private final SeriesFiles files;
    private final String folder;

    /** Holds the files until it is closed. */
    SeriesHold(SeriesFiles files, String folder) {
        this.files = files;
        this.folder = folder;
        files.hold(true);
    }

    @Override
    public void copy(Connection snapshot, FileSink target) throws IOException, SQLException {
        try (Statement statement = snapshot.createStatement();
                ResultSet monitors =
                        statement.executeQuery("select id from monitoring.monitor order by id")) {
            while (monitors.next()) {
                for (Map.Entry<String, byte[]> copy : files.copy(monitors.getLong(1)).entrySet()) {
                    target.file(folder + "/" + copy.getKey(), copy.getValue());
                }
            }
        }
    }

    @Override
    public void close() {
        files.hold(false);
    }
}
