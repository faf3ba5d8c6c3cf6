package dev.cadastre.server.parcels.repository;

import dev.cadastre.server.storage.Home;
import dev.cadastre.server.storage.backup.FileSink;
import dev.cadastre.server.storage.backup.KeptFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.springframework.stereotype.Component;

/**
 * Copies the content of the parcels that a backup's tables have. What lists it for other programs
 * is made again at the start.
 */
@Component
class ParcelFiles implements KeptFiles {

    private static final String BLOBS = "parcels/blobs/sha256/";

    private static final String NEEDED = "select distinct digest from parcels.blob order by 1";

    private final Parcels parcels;
    private final Home home;

    ParcelFiles(Parcels parcels, Home home) {
        this.parcels = parcels;
        this.home = home;
    }

    @Override
    public Hold hold() {
        parcels.hold();
        return new Held();
    }

    private final class Held implements Hold {

        @Override
        public void copy(Connection snapshot, FileSink target) throws IOException, SQLException {
            try (Statement statement = snapshot.createStatement();
                    ResultSet needed = statement.executeQuery(NEEDED)) {
                while (needed.next()) {
                    String digest = needed.getString(1);
                    String path = BLOBS + digest.substring(digest.indexOf(':') + 1);
                    Path source = home.path().resolve(path);
                    // What is missing was told at the start, and is no reason to keep nothing.
                    if (Files.exists(source)) {
                        target.file(path, source);
                    }
                }
            }
        }

        @Override
        public void close() {
            parcels.release();
        }
    }
}
