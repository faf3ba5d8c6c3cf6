package dev.cadastre.server.parcels.repository;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.ServerTest;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** Parcels that come and go while a backup is taken. */
@ServerTest
class ParcelFilesTest {

    @Autowired private OwnParcels.Means means;
    @Autowired private DataSource database;
    @TempDir private Path home;

    private OwnParcels own;

    @BeforeEach
    void start() {
        own = OwnParcels.started(means, home);
    }

    private static final class Copies implements FileSink {

        private final Map<String, byte[]> copies = new TreeMap<>();

        @Override
        public void file(String path, byte[] content) {
            copies.put(path, content);
        }

        @Override
        public void file(String path, Path source) throws IOException {
            copies.put(path, Files.readAllBytes(source));
        }
    }

    @Test
    void copiesWhatTheTablesNameAlsoIfItIsRemovedMeanwhile() throws IOException, SQLException {
        own.take(SampleParcel.of("hold-a", "1").archive(SampleParcel.key()));
        own.take(SampleParcel.of("hold-b", "1").archive());
        List<String> before = own.blobs();
        Copies copies = new Copies();
        try (Connection snapshot = database.getConnection()) {
            snapshot.setAutoCommit(false);
            snapshot.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try (KeptFiles.Hold hold = new ParcelFiles(own.parcels, new Home(home)).hold()) {
                snapshot.createStatement().execute("select from parcels.blob");
                own.remove("hold-a", "1");
                own.remove("hold-b", "1");
                own.take(SampleParcel.of("hold-b", "1").archive());
                own.take(SampleParcel.of("hold-c", "1").archive());

                hold.copy(snapshot, copies);
            } finally {
                snapshot.rollback();
                snapshot.setAutoCommit(true);
            }
        }

        assertThat(copies.copies.keySet())
                .containsAll(before.stream().map("parcels/blobs/sha256/"::concat).toList());
        assertThat(own.parcels.open(own.parcels.find("hold-b", "1").orElseThrow())).isNotNull();
        own.remove("hold-b", "1");
        own.remove("hold-c", "1");
        assertThat(named()).containsAll(own.blobs());
    }

    /** Parcels of other tests in the same database may have the same content. */
    private List<String> named() throws SQLException {
        List<String> named = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select digest from parcels.blob")) {
            while (row.next()) {
                named.add(row.getString(1).substring("sha256:".length()));
            }
        }
        return named;
    }
}
