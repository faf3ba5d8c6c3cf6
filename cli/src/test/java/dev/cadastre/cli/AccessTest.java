package dev.cadastre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.api.ListPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which server is asked, with whose rights, and how refusals end. */
class AccessTest {

    private static final String HOSTS = "GET /api/v1/hosts?limit=1000";
    private static final String PROBE = "GET /api/v1/hosts?limit=1";

    private final FakeServer server = new FakeServer();
    @TempDir private Path home;

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void entersTheServerOfThisMachineByTheFilesInItsHome() throws IOException {
        server.on(HOSTS, new ListPage<>(List.of(), null));
        Path folder = Files.createDirectories(home.resolve(".local/share/cadastre"));
        Files.writeString(folder.resolve("server.url"), server.url() + "\n");
        Files.writeString(folder.resolve("cli-token"), "cad_local\n");

        assertThat(new Terminal(home).run("hosts").status()).isZero();
        assertThat(server.last().authorization()).isEqualTo("Bearer cad_local");
    }

    @Test
    void doesNotShowTheLocalTokenToAnotherServer() throws IOException {
        server.on(HOSTS, new ListPage<>(List.of(), null));
        Files.writeString(home.resolve("server.url"), "http://localhost:1\n");
        Files.writeString(home.resolve("cli-token"), "cad_local\n");

        new Terminal(home).run("--home", home.toString(), "--server", server.url() + "/", "hosts");

        assertThat(server.last().authorization()).isNull();
    }

    @Test
    void keepsATokenForItsOwnerOnlyAndShowsItFromThenOn() throws IOException {
        server.on(PROBE, new ListPage<>(List.of(), null))
                .on(HOSTS, new ListPage<>(List.of(), null));
        Terminal terminal = new Terminal(home).input("cad_mine\n");

        assertThat(terminal.run("login", "--server", server.url()).status()).isZero();

        Path file = home.resolve(".config/cadastre/credentials");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(new Terminal(home).run("hosts").status()).isZero();
        assertThat(server.last().authorization()).isEqualTo("Bearer cad_mine");
        assertThat(new Terminal(home).run("logout").status()).isZero();
        assertThat(file).hasContent("");
    }

    @Test
    void keepsNoTokenThatTheServerDoesNotKnow() {
        server.on(PROBE, 401, "application/problem+json", "{\"detail\":\"Unknown token.\"}");

        var outcome = new Terminal(home).input("cad_old\n").run("login", "--server", server.url());

        assertThat(outcome.status()).isEqualTo(4);
        assertThat(outcome.err()).startsWith("cadastre: Unknown token.\n");
        assertThat(home.resolve(".config")).doesNotExist();
    }

    @Test
    void refusesCredentialsThatOthersCanRead() throws IOException {
        Path folder = Files.createDirectories(home.resolve(".config/cadastre"));
        Path file = Files.writeString(folder.resolve("credentials"), server.url() + " cad_x\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        var outcome = new Terminal(home).run("--server", server.url(), "hosts");

        assertThat(outcome.status()).isEqualTo(4);
        assertThat(outcome.err()).contains("others can read it", "chmod 600 " + file);
        assertThat(server.lines()).isEmpty();
    }

    @Test
    void sendsNoTokenInClearToAnotherMachine() {
        var outcome = new Terminal(home).run("--server", "http://cadastre.example.com", "hosts");

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("in clear", "https");
    }

    @Test
    void saysWhatToDoWhereNoServerAnswers() {
        server.close();

        var outcome = new Terminal(home).run("--server", server.url(), "hosts");

        assertThat(outcome.status()).isEqualTo(3);
        assertThat(outcome.err())
                .isEqualTo(
                        """
                        cadastre: No server answers at %s: Connection refused
                          Start one with `cadastre up`, or name another with --server URL or CADASTRE_SERVER.
                        """
                                .formatted(server.url()));
    }

    @Test
    void tellsProblemPartsAndRemediesOfARefusal() {
        server.on(
                HOSTS,
                400,
                "application/problem+json",
                """
                {"detail": "Two parameters are wrong.", "code": "parameters.bad",
                 "problems": [
                   {"code": "a", "where": "limit", "detail": "It is 0.", "remedy": "Say 1."},
                   {"code": "b", "where": "at", "detail": "It is \\u001b[2J."}],
                 "remedy": "Put both right."}
                """);

        var outcome = new Terminal(home).run("--server", server.url(), "hosts");

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err())
                .isEqualTo(
                        """
                        cadastre: Two parameters are wrong.
                          limit: It is 0.
                          Say 1.
                          at: It is \\x1b[2J.
                          Put both right.
                        """);
    }

    @Test
    void tellsAPersonWhoIsNotSignedInWhatToDo() {
        server.on(
                HOSTS,
                401,
                "application/problem+json",
                """
                {"detail": "The token is unknown.", "code": "not-signed-in",
                 "remedy": "Send an API token as a header."}
                """);
        Terminal terminal = new Terminal(home);

        assertThat(terminal.run("--server", server.url(), "hosts").err())
                .isEqualTo(
                        """
                        cadastre: You are not signed in to %1$s
                          Run the command as root or as the user that runs the server, on its machine; or \
                        sign in with a token of yours: `cadastre login --server %1$s`.
                        """
                                .formatted(server.url()));
        assertThat(
                        terminal.variable("CADASTRE_TOKEN", "cad_old")
                                .run("--server", server.url(), "hosts")
                                .err())
                .isEqualTo(
                        """
                        cadastre: The token is unknown.
                          Sign in with another: `cadastre login --server %s`.
                        """
                                .formatted(server.url()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", ".."})
    void asksForNothingThatHasNoName(String name) {
        var outcome = new Terminal(home).run("--server", server.url(), "host", name);

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("'%s' is not a name".formatted(name));
        assertThat(server.lines()).isEmpty();
    }

    @Test
    void saysOnceWhatIsTheWholeOfARefusal() {
        server.on(
                HOSTS,
                409,
                "application/problem+json",
                """
                {"detail": "Nothing is left to do.", "code": "run.nothing-left",
                 "problems": [
                   {"code": "run.nothing-left", "where": "request",
                    "detail": "Nothing is left to do.", "remedy": "See the run."}],
                 "remedy": "See the run."}
                """);

        var outcome = new Terminal(home).run("--server", server.url(), "hosts");

        assertThat(outcome.err()).isEqualTo("cadastre: Nothing is left to do.\n  See the run.\n");
    }

    @Test
    void saysWhereInAFileTheWholeOfARefusalIs() {
        server.on(
                HOSTS,
                409,
                "application/problem+json",
                """
                {"detail": "It is no path.",
                 "problems": [{"where": "shop.change:4:6", "detail": "It is no path."}]}
                """);

        var outcome = new Terminal(home).run("--server", server.url(), "hosts");

        assertThat(outcome.err())
                .isEqualTo("cadastre: It is no path.\n  shop.change:4:6: It is no path.\n");
    }

    @ParameterizedTest
    @CsvSource({"400,2", "401,4", "403,4", "404,1", "409,1", "421,1", "500,1", "503,3"})
    void endsWithTheStatusOfTheAnswersKind(int http, int status) {
        server.on(HOSTS, http, "text/html", "<h1>no</h1>");

        assertThat(new Terminal(home).run("--server", server.url(), "hosts").status())
                .isEqualTo(status);
        assertThat(
                        new Terminal(home)
                                .run("--server", server.url(), "api", "GET", "hosts?limit=1000")
                                .status())
                .isEqualTo(status);
    }

    @Test
    void doesNotTakeAForeignPageForAnAnswer() {
        server.on(HOSTS, 200, "text/html", "<h1>It works!</h1>");

        var outcome = new Terminal(home).run("--server", server.url(), "hosts");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err()).contains("is not JSON");
    }
}
