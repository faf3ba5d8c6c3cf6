package dev.cadastre.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The server on a PostgreSQL that somebody else runs: the distribution's, an older one. */
class ExternalDatabaseTest {

    @TempDir private static Path folder;

    private static Path data;
    private static ServerStart start;
    private static String here;
    private static int port;

    @BeforeAll
    static void startPostgres() throws IOException {
        // The account of PostgreSQL must be able to reach its folder.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path own = Files.createDirectory(folder.resolve("postgres"));
        Programs.run("chown", "postgres:", own.toString()).exited(0);
        data = own.resolve("data");
        port = freePort();
        postgres("initdb", "--auth=trust", "--username=cadastre", "-D", data.toString());
        postgres(
                "pg_ctl",
                "start",
                "--wait",
                "-D",
                data.toString(),
                "-l",
                own.resolve("log").toString(),
                "-o",
                "-p %d -k '' -c listen_addresses=127.0.0.1".formatted(port));
        start =
                ServerStart.at(folder.resolve("home"))
                        .option(
                                "--database-url=jdbc:postgresql://127.0.0.1:%d/postgres?user=cadastre"
                                        .formatted(port));
        here = Programs.run("hostname").exited(0).out().strip();
    }

    @AfterAll
    static void stopPostgres() {
        postgres("pg_ctl", "stop", "--mode=fast", "-D", data.toString());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void postgres(String program, String... arguments) {
        String[] words =
                Stream.of(
                                Stream.of("runuser", "-u", "postgres", "--"),
                                Stream.of(programs().resolve(program).toString()),
                                Stream.of(arguments))
                        .flatMap(part -> part)
                        .toArray(String[]::new);
        Programs.run(words).exited(0);
    }

    private static Path programs() {
        try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
            return versions.sorted().findFirst().orElseThrow().resolve("bin");
        } catch (IOException e) {
            throw new AssertionError("no PostgreSQL of the distribution", e);
        }
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
        sql(
                "do $$ begin alter role cadastre_reader rename to cadastre_reader_before;"
                        + " exception when undefined_object then null; end $$");
        sql("create role modest login");
        sql("create database modest owner modest");

        Path home = folder.resolve("modest");
        String url = "jdbc:postgresql://127.0.0.1:%d/modest?user=modest".formatted(port);
        try (RunningServer server = ServerStart.at(home).option("--database-url=" + url).ready()) {
            assertThat(server.items("hosts")).isNotEmpty();
        }

        assertThat(Files.readString(home.resolve("log/server.log")))
                .contains("the role cadastre_reader cannot be made by modest");
    }

    private static void sql(String statement) {
        postgres(
                "psql",
                "--host=127.0.0.1",
                "--port=" + port,
                "--username=cadastre",
                "--dbname=postgres",
                "--set=ON_ERROR_STOP=1",
                "--command=" + statement);
    }
}
