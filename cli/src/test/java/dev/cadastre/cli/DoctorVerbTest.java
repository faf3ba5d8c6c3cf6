package dev.cadastre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.api.Finding;
import dev.cadastre.api.Installation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DoctorVerbTest {

    private static final Installation.Growth GROWTH =
            new Installation.Growth(
                    Instant.EPOCH,
                    List.of(new Installation.Taken("timeline.event", 7, null)),
                    List.of(),
                    new Installation.Disk(2, 1, null, null));

    @TempDir private Path folder;
    private Path home = Path.of("");

    @BeforeEach
    void make() throws IOException {
        home = Files.createDirectory(folder.resolve("home"));
        open("rwx------");
    }

    private void open(String permissions) throws IOException {
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString(permissions));
    }

    /** Written before the commands of tests run, by whose clock it is an earlier day. */
    private void write(String name, String text) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(Terminal.NOW));
    }

    private Terminal.Outcome doctor(String... more) {
        String[] arguments = new String[more.length + 3];
        arguments[0] = "doctor";
        arguments[1] = "--home";
        arguments[2] = home.toString();
        System.arraycopy(more, 0, arguments, 3, more.length);
        return new Terminal(folder).run(arguments);
    }

    private static Installation installation(Finding... findings) {
        return new Installation(
                List.of(findings),
                GROWTH,
                new Installation.Upkeep(
                        List.of(),
                        List.of(
                                new Installation.Months(
                                        "timeline.event", 5, "2026-09", "2027-01", null)),
                        List.of()));
    }

    /** A port on which nobody listens. */
    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    void endsWithZeroWhereNothingIsWrong() throws IOException {
        try (FakeServer server = new FakeServer().on("GET /api/v1/doctor", installation())) {
            write("server.url", server.url());

            var outcome = doctor();

            assertThat(outcome.out()).isEqualTo("Nothing is wrong.\n");
            assertThat(outcome.err()).isEmpty();
            assertThat(outcome.status()).isZero();
        }
    }

    @Test
    void addsWhatShowsHereToWhatTheServerFinds() throws IOException {
        Finding full = new Finding("disk.low", Finding.Severity.WARNING, "/d", "Full", "Free it.");
        Finding open =
                new Finding(
                        "home.permissions",
                        Finding.Severity.ERROR,
                        home.toString(),
                        "The server saw it, too",
                        "Close it.");
        open("rwxr-x---");
        try (FakeServer server =
                new FakeServer().on("GET /api/v1/doctor", installation(full, open))) {
            write("server.url", server.url());

            var outcome = doctor();

            assertThat(outcome.status()).isEqualTo(1);
            assertThat(outcome.out())
                    .isEqualTo(
                            """
                            ERROR    home.permissions  %s
                                     The server saw it, too.
                                     Close it.
                            WARNING  disk.low  /d
                                     Full.
                                     Free it.
                            """
                                    .formatted(home));
            assertThat(outcome.err()).contains("2 findings.");
            assertThat(doctor("-o", "json").out())
                    .contains("\"serverAnswers\": true", "\"timeline.event\"", "\"2027-01\"");
            assertThat(doctor("-o", "names").out()).isEqualTo("home.permissions\ndisk.low\n");
        }
    }

    @Test
    void answersWithTheServerDown() throws IOException {
        int port = freePort();
        write("server.url", "http://localhost:" + port);
        write("server.pid", "4194304\n");
        write(
                "log/server.log",
                "{\"@timestamp\":\"t\",\"log\":{\"level\":\"ERROR\"},\"message\":\"No room\"}\n");

        var outcome = doctor();

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out())
                .contains(
                        "ERROR    server.down  http://localhost:" + port,
                        "WARNING  server.killed",
                        "Process 4194304",
                        "The last error of its log: t No room")
                .doesNotContain("port.taken");
        assertThat(outcome.err()).contains("The server could not be asked for more.");
        assertThat(doctor("-o", "json").out()).contains("\"serverAnswers\": false");
    }

    @Test
    void namesWhoHasTakenThePort() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> refuse(taken));
            write("server.url", "http://127.0.0.1:" + taken.getLocalPort());

            assertThat(doctor().out())
                    .contains("port.taken  port " + taken.getLocalPort(), "java (process");
        }
    }

    /** Speaks no HTTP. */
    private static void refuse(ServerSocket socket) {
        try {
            while (true) {
                socket.accept().close();
            }
        } catch (IOException e) {
            // It was closed, and the test is over.
        }
    }

    @Test
    void tellsOfAHomeThatIsNotThere() {
        assertThat(new Terminal(folder).run("doctor", "--home", "/nowhere/at/all").out())
                .contains("home.missing  /nowhere/at/all");
    }

    @Test
    void tellsWhoIsNoAdministrator() throws IOException {
        try (FakeServer server =
                new FakeServer()
                        .on(
                                "GET /api/v1/doctor",
                                403,
                                "application/problem+json",
                                "{\"status\":403,\"code\":\"access.denied\",\"detail\":\"No.\"}")) {
            write("server.url", server.url());
            write("server.pid", ProcessHandle.current().pid() + "\n");

            var outcome = doctor();

            assertThat(outcome.out()).contains("server.refuses", "         No.\n");
            assertThat(outcome.status()).isEqualTo(1);
        }
    }

    /** A Cadastre of another home, and a server of anything else. */
    @ParameterizedTest
    @ValueSource(ints = {401, 404})
    void namesTheServerOfSomethingElseThatHasThePort(int status) throws IOException {
        try (FakeServer server =
                new FakeServer()
                        .on("GET /api/v1/doctor", status, "application/problem+json", "{}")) {
            write("server.url", server.url());

            assertThat(doctor().out())
                    .contains(
                            "server.down  " + server.url(),
                            "what answers there is another's",
                            "port.taken  port ")
                    .doesNotContain("server.refuses", "server.fails");
        }
    }

    @Test
    void looksAtTheCertificateThatIsNamed() throws IOException {
        write("server.url", "http://localhost:" + freePort());

        assertThat(
                        new Terminal(folder)
                                .variable("CADASTRE_TLS_CERTIFICATE", folder + "/none.pem")
                                .run("doctor", "--home", home.toString())
                                .out())
                .contains(
                        "certificate.unreadable  " + folder + "/none.pem",
                        "         There is no such file.\n");
    }

    /** As whoever administers an installed package, who knows nothing but its configuration. */
    @Test
    void looksAtWhatTheConfigurationNames() throws IOException {
        int port = freePort();
        Path logs = Files.createDirectory(folder.resolve("logs"));
        Files.writeString(
                logs.resolve("server.log"),
                "{\"@timestamp\":\"t\",\"log\":{\"level\":\"ERROR\"},\"message\":\"Elsewhere\"}\n");
        Path configuration =
                Files.writeString(
                        folder.resolve("cadastre.conf"),
                        """
                        [server]
                        home = %s
                        port = %d
                        log-folder = %s
                        tls-certificate = %s/none.pem

                        [database]
                        url = jdbc:postgresql://127.0.0.1:%d/cadastre
                        """
                                .formatted(home, port, logs, folder, freePort()));
        Terminal terminal =
                new Terminal(folder).variable("CADASTRE_CONFIG", configuration.toString());

        assertThat(terminal.run("doctor").out())
                .contains(
                        "server.down  https://localhost:" + port,
                        "The last error of its log: t Elsewhere",
                        "certificate.unreadable  " + folder + "/none.pem",
                        "database.unreachable  database")
                .doesNotContain("log.folder");

        Files.delete(logs.resolve("server.log"));
        Files.delete(logs);
        assertThat(terminal.run("doctor").out()).contains("log.folder  " + logs);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "70000 | the port of its section [server], 70000, is none from 1 to 65535",
                "https | the port of its section [server], https, is none from 1 to 65535",
                "1\\n[database | line 3: "
            })
    void findsAConfigurationThatCannotBeUsed(String port, String why) throws IOException {
        Path configuration =
                Files.writeString(
                        folder.resolve("cadastre.conf"),
                        "[server]\nport = " + port.replace("\\n", "\n") + "\n");
        Terminal terminal =
                new Terminal(folder).variable("CADASTRE_CONFIG", configuration.toString());

        var found = terminal.run("doctor");
        var hosts = terminal.run("hosts");

        assertThat(found.status()).isEqualTo(1);
        assertThat(found.out())
                .startsWith("ERROR    configuration.invalid  " + configuration)
                .contains(why)
                .doesNotContain("server.down");
        assertThat(found.err()).contains("1 finding.");
        assertThat(hosts.status()).isEqualTo(1);
        assertThat(hosts.err())
                .contains(why, "Run `cadastre config check " + configuration + "`")
                .doesNotContain("localhost:7780");
        assertThat(terminal.run("doctor", "--server", "https://cadastre.invalid").out())
                .startsWith("ERROR    server.down");
    }

    @Test
    void namesWhoHasThePortOfTheConfiguration() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> refuse(taken));
            Path configuration =
                    Files.writeString(
                            folder.resolve("cadastre.conf"),
                            "[server]\nhome = %s\nport = %d\n"
                                    .formatted(home, taken.getLocalPort()));

            assertThat(
                            new Terminal(folder)
                                    .variable("CADASTRE_CONFIG", configuration.toString())
                                    .run("doctor")
                                    .out())
                    .contains("port.taken  port " + taken.getLocalPort());
        }
    }

    @Test
    void asksAtThePortThatTheVariableNames() throws IOException {
        int port = freePort();

        assertThat(
                        new Terminal(folder)
                                .variable("CADASTRE_PORT", Integer.toString(port))
                                .variable("CADASTRE_HOME", home.toString())
                                .run("doctor")
                                .out())
                .contains("server.down  http://localhost:" + port);
    }

    @Test
    void asksAnotherMachinesServerOnly() throws IOException {
        open("rwxrwxrwx");

        var outcome = doctor("--server", "https://cadastre.invalid");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out()).contains("server.down").doesNotContain("home.permissions");
        assertThat(doctor("--server", "http://cadastre.invalid").status()).isEqualTo(2);
    }
}
