package dev.cadastre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose word on a server's identity counts. */
class CertificateTest {

    private static final String PASSWORD = "changeit";

    @TempDir private Path home;
    private HttpsServer server = none();

    private static HttpsServer none() {
        try {
            return HttpsServer.create();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @BeforeEach
    void start() throws Exception {
        keytool(
                "-genkeypair",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost");
        keytool("-exportcert", "-rfc", "-file", home.resolve("ca.pem").toString());
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(identity()));
        server.createContext("/", CertificateTest::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void keytool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-alias", "server", "-storepass", PASSWORD));
        command.addAll(List.of("-keystore", home.resolve("keys.p12").toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    private SSLContext identity() throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(home.resolve("keys.p12"))) {
            keys.load(in, PASSWORD.toCharArray());
        }
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private static void answer(HttpExchange exchange) throws IOException {
        byte[] bytes =
                "{\"method\":\"%s\"}"
                        .formatted(exchange.getRequestMethod())
                        .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Terminal terminal() {
        return new Terminal(home)
                .variable("CADASTRE_SERVER", "https://localhost:" + server.getAddress().getPort());
    }

    @Test
    void doesNotCountWhereNobodyKnowsIt() {
        var outcome = terminal().run("api", "GET", "hosts");

        assertThat(outcome.status()).isEqualTo(3);
        assertThat(outcome.err())
                .contains(
                        "is not trusted: nobody whom this machine knows has signed it",
                        "CADASTRE_CA");
    }

    @Test
    void isToldFromAServerThatDoesNotAnswer() throws IOException {
        Path own = Files.createDirectory(home.resolve("own"));
        Files.writeString(own.resolve("server.pid"), ProcessHandle.current().pid() + "\n");

        assertThat(terminal().run("doctor", "--home", own.toString()).out())
                .contains("server.untrusted  https://localhost:")
                .doesNotContain("server.silent", "server.down");
    }

    @Test
    void countsWhereItIsNamed() {
        Terminal terminal = terminal().variable("CADASTRE_CA", home.resolve("ca.pem").toString());

        assertThat(terminal.run("api", "GET", "hosts").out()).contains("GET");
        assertThat(terminal.run("api", "PATCH", "people/1", "{}").out()).contains("PATCH");
    }

    @Test
    void isNamedWhereItsFileHoldsNone() throws IOException {
        Path file = Files.writeString(home.resolve("empty.pem"), "");

        var outcome =
                terminal().variable("CADASTRE_CA", file.toString()).run("api", "GET", "hosts");

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains(file.toString(), "PEM");
    }
}
