package dev.cadastre.server.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Locale;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.XZInputStream;

/** The embedded database of a server that came with PostgreSQL 17, at the start of this one. */
class OldClusterTest {

    /** Where the build puts the programs of version 17. */
    private static final Path JARS = Path.of("target/postgres-17");

    private static final int OWN = 18;

    @TempDir private Path folder;

    private Home home = new Home(Path.of(System.getProperty("java.io.tmpdir")));
    private Path postgres = Path.of("");

    @BeforeEach
    void makeHome() {
        home = new Home(folder.resolve("home"));
        postgres = home.folder("postgres");
    }

    private OldCluster cluster() {
        return new OldCluster(
                home, new SafetyBackups(home.path(), home.file("backups"), Clock.systemUTC()));
    }

    private static String archive() {
        boolean arm =
                System.getProperty("os.arch", "").toLowerCase(Locale.ROOT).contains("aarch64");
        return "postgres-linux-" + (arm ? "arm_64" : "x86_64") + ".txz";
    }

    private Path programs17() throws IOException {
        try (Stream<Path> jars = Files.list(JARS)) {
            for (Path path : jars.toList()) {
                try (JarFile jar = new JarFile(path.toFile())) {
                    if (jar.getEntry(archive()) != null) {
                        try (InputStream packed = jar.getInputStream(jar.getEntry(archive()))) {
                            return PostgresBinaries.unpack(
                                    new XZInputStream(packed), postgres.resolve("programs-17"));
                        }
                    }
                }
            }
        }
        throw new AssertionError("no programs of PostgreSQL 17 in " + JARS.toAbsolutePath());
    }

    private static void sql(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String read(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private void makeOld() throws IOException, SQLException {
        EmbeddedPostgres old =
                EmbeddedPostgres.startOld(postgres, postgres.resolve("data"), programs17());
        try {
            PartMigrations.on(old.dataSource()).migrate();
            sql(old.dataSource(), "insert into estate.added_environment values ('qa', 'x', now())");
            sql(
                    old.dataSource(),
                    "insert into access.person (name, created_at) values ('ada', now())");
        } finally {
            old.close();
        }
    }

    @Test
    void isTakenOverByABackupAndStaysUntilItIsForgotten() throws IOException, SQLException {
        makeOld();
        // What a start that was cut has left.
        Files.createDirectories(postgres.resolve("data.next/base"));

        cluster().upgrade();

        EmbeddedPostgres fresh = EmbeddedPostgres.start(home);
        try {
            DataSource database = fresh.dataSource();
            assertThat(read(database, "show server_version")).startsWith(OWN + ".");
            assertThat(read(database, "show fsync")).isEqualTo("on");
            assertThat(read(database, "select name from estate.added_environment")).isEqualTo("qa");
            sql(database, "insert into access.person (name, created_at) values ('bob', now())");
            assertThat(read(database, "select max(id) from access.person")).isEqualTo("2");
        } finally {
            fresh.close();
        }
        assertThat(postgres.resolve("data-17/PG_VERSION")).hasContent("17");
        assertThat(home.file("backups")).isDirectoryContaining("glob:**before-postgresql18-*");
        cluster().upgrade();

        assertThat(OldCluster.forget(home.path()))
                .containsExactly(postgres.resolve("data-17"), postgres.resolve("programs-17"));
        assertThat(postgres.resolve("data-17")).doesNotExist();
        assertThat(OldCluster.forget(home.path())).isEmpty();
    }

    @Test
    void aNewClusterThatIsWholeIsPutInPlaceByTheNextStart() throws IOException {
        PostgresBinaries.unpack(postgres);
        version("data", "17");
        version("data.ready", "18");

        cluster().upgrade();

        assertThat(postgres.resolve("data/PG_VERSION")).hasContent("18");
        assertThat(postgres.resolve("data-17/PG_VERSION")).hasContent("17");

        FileTree.delete(postgres.resolve("data"));
        version("data.ready", "18");
        cluster().upgrade();
        assertThat(postgres.resolve("data/PG_VERSION")).hasContent("18");
    }

    private void version(String cluster, String version) throws IOException {
        Files.writeString(
                Files.createDirectories(postgres.resolve(cluster)).resolve("PG_VERSION"), version);
    }

    @Test
    void refusesALaterVersion() throws IOException {
        version("data", "99");

        assertThatThrownBy(() -> cluster().upgrade())
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("is of PostgreSQL 99, and this program has PostgreSQL 18");
    }

    @Test
    void saysWhenTheOldProgramsAreGone() throws IOException {
        version("data", "17");

        assertThatThrownBy(() -> cluster().upgrade())
                .isInstanceOfSatisfying(
                        StartFailure.class,
                        failure -> {
                            assertThat(failure).hasMessageContaining("programs of that version");
                            assertThat(failure.remedy()).contains("Take a backup");
                        });
        assertThat(postgres.resolve("data/PG_VERSION")).hasContent("17");
    }
}
