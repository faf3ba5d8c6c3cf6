package dev.cadastre.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The server on a PostgreSQL that somebody else runs: the distribution's, an older one. */
class ExternalDatabaseTest {

    /** What a later version would migrate when it starts. */
    private static final String OLDER =
            """
            drop index alerting.delivery_given_up;
            alter table alerting.address drop column refused_at;
            delete from flyway_schema_history_alerting where version = '5'
            """;

    @TempDir private static Path folder;

    private static DistributionPostgres postgres;
    private static ServerStart start;
    private static String here;

    @BeforeAll
    static void startPostgres() throws IOException {
        postgres = DistributionPostgres.start(folder);
        start =
                ServerStart.at(folder.resolve("home"))
                        .option(
                                "--database-url=jdbc:postgresql://127.0.0.1:%d/postgres?user=cadastre"
                                        .formatted(postgres.port()));
        here = Programs.run("hostname").exited(0).out().strip();
    }

    @AfterAll
    static void stopPostgres() {
        postgres.close();
    }

    @Test
    void keepsEverythingThereAndNothingInAClusterOfItsOwn() {
        List<JsonNode> before;
        try (RunningServer server = start.ready()) {
            server.awaitOutcome(here, "COLLECTED");
            before = server.items("host", here, "packages", "--type", "deb");
        }

        assertThat(before).isNotEmpty();
        assertThat(start.home().resolve("postgres/data")).doesNotExist();
        try (RunningServer again = start.ready()) {
            assertThat(again.items("host", here, "packages", "--type", "deb")).isEqualTo(before);
        }
    }

    @Test
    void keepsAServerOfAnotherHomeOutUntilTheFirstHasEnded() {
        ServerStart other =
                ServerStart.at(folder.resolve("other"))
                        .option(start.options().getLast())
                        .property("cadastre.collection.this-machine", "false");
        Path backup = folder.resolve("shared.backup");
        try (RunningServer server = start.ready()) {
            server.cadastre("backup", backup.toString()).exited(0);
            postgres.sql(OLDER);

            assertThat(other.refused().out())
                    .contains(
                            "Another server instance works on this database: process ",
                            "Stop that one, or name another database.");
            assertThat(other.home().resolve("backups")).doesNotExist();
            assertThat(restored(backup).exited(1).err())
                    .contains("Another server instance works on this database: process ");
            server.kill();
        }
        try (RunningServer server = other.ready()) {
            assertThat(server.items("hosts")).isNotEmpty();
            assertThat(other.home().resolve("backups")).isNotEmptyDirectory();
        }
    }

    private static Ran restored(Path backup) {
        return Programs.run(
                Programs.CADASTRE.toString(),
                "restore",
                backup.toString(),
                "--home=" + folder.resolve("restored"),
                start.options().getLast());
    }

    @Test
    void startsWhereItMayMakeNoRoleAndSaysSo() throws IOException {
        postgres.sql(
                "do $$ begin alter role cadastre_reader rename to cadastre_reader_before;"
                        + " exception when undefined_object then null; end $$");
        postgres.sql("create role modest login");
        postgres.sql("create database modest owner modest");

        Path home = folder.resolve("modest");
        String url = "jdbc:postgresql://127.0.0.1:%d/modest?user=modest".formatted(postgres.port());
        try (RunningServer server = ServerStart.at(home).option("--database-url=" + url).ready()) {
            assertThat(server.items("hosts")).isNotEmpty();
        }

        assertThat(Files.readString(home.resolve("log/server.log")))
                .contains("the role cadastre_reader cannot be made by modest");
    }

    @Test
    void takesThePasswordFromAFileThatNobodyElseCanRead() throws IOException {
        postgres.roleWithPassword("closed", "kept apart");
        Path password = Files.writeString(folder.resolve("database-password"), "kept apart\n");
        Path configuration =
                Files.writeString(
                        folder.resolve("cadastre.conf"),
                        """
                        [database]
                        url = jdbc:postgresql://127.0.0.1:%d/closed
                        user = closed
                        password-file = %s
                        """
                                .formatted(postgres.port(), password));
        ServerStart closed =
                ServerStart.at(folder.resolve("closed")).option("--config=" + configuration);

        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(closed.refused().out())
                .contains(password + " can be read or written by others than its owner")
                .doesNotContain("kept apart");

        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
        try (RunningServer server = closed.ready()) {
            assertThat(server.items("hosts")).isNotEmpty();
        }
        assertThat(closed.home().resolve("postgres")).doesNotExist();
    }
}
