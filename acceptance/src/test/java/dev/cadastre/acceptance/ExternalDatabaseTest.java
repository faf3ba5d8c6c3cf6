package dev.cadastre.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The server on a PostgreSQL that somebody else runs: the distribution's, an older one. */
class ExternalDatabaseTest {

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
}
