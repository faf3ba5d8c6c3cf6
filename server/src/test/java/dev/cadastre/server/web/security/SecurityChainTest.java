package dev.cadastre.server.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Grant;
import dev.cadastre.server.access.Role;
import dev.cadastre.server.access.Tokens;
import dev.cadastre.server.storage.Home;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
class SecurityChainTest {

    @LocalServerPort private int port;
    @Autowired private Access access;
    @Autowired private Tokens tokens;
    @Autowired private Home home;

    @Test
    void tellsProgramsToSendAToken() {
        HttpResponse<String> answer = new Client(port, null).get("/api/v1/nothing");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
        assertThat(answer.body()).contains("\"code\":\"not-signed-in\"", "\"remedy\":");
    }

    @Test
    void leadsPeopleToTheSignInPageAndBack() {
        HttpResponse<String> answer = new Client(port, null).get("/nothing?a=b");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location"))
                .hasValue("/sign-in?next=%2Fnothing%3Fa%3Db");
    }

    @Test
    void makesAVisitOfAnExchangeWithinAPage() {
        HttpResponse<String> answer =
                new Client(port, null).send("GET", "/nothing", null, Map.of("HX-Request", "true"));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("HX-Redirect")).hasValue("/sign-in");
    }

    @Test
    void letsATokenInUntilItIsRevoked() {
        var issued =
                access.asSystem(() -> tokens.issue("chain-ci", new Grant(Role.VIEWER, null), null));
        var client = new Client(port, issued.secret());

        assertThat(client.get("/api/v1/nothing").statusCode()).isEqualTo(404);
        access.asSystem(() -> tokens.revoke(issued.token().id()));

        HttpResponse<String> refused = client.get("/api/v1/nothing");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).contains("revoked");
    }

    @Test
    void hardensEveryAnswer() {
        var headers = new Client(port, null).get("/nothing").headers();

        assertThat(headers.firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy ->
                        assertThat(policy)
                                .contains("default-src 'self'", "frame-ancestors 'none'")
                                .doesNotContain("unsafe"));
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
    }

    @Test
    void knowsItselfByItsOwnNamesOnly() throws IOException {
        assertThat(statusFor("rebound.example")).contains(" 421 ");
        assertThat(statusFor("localhost.rebound.example:" + port)).contains(" 421 ");
        assertThat(statusFor("LOCALHOST:" + port)).contains(" 401 ");
        assertThat(statusFor("[::1]:" + port)).contains(" 401 ");
    }

    @Test
    void givesTheLocalCommandLineItsAddressAndToken() throws IOException {
        String url = Files.readString(home.file("server.url")).strip();
        String token = Files.readString(home.file("cli-token")).strip();

        assertThat(url).isEqualTo("http://localhost:" + port);
        assertThat(new Client(port, token).get("/api/v1/nothing").statusCode()).isEqualTo(404);
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(home.file("cli-token"))))
                .isEqualTo("rw-------");
    }

    /** The JDK's own client does not let one choose the header. */
    private String statusFor(String host) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port);
                var answer =
                        new BufferedReader(
                                new InputStreamReader(
                                        socket.getInputStream(), StandardCharsets.US_ASCII))) {
            socket.getOutputStream()
                    .write(
                            ("GET /api/v1/nothing HTTP/1.1\r\nHost: "
                                            + host
                                            + "\r\nConnection: close\r\n\r\n")
                                    .getBytes(StandardCharsets.US_ASCII));
            return String.valueOf(answer.readLine());
        }
    }
}
