package dev.cadastre.cli.share;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ForwarderTest {

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final Instant NOW = Instant.parse("2026-11-17T14:00:00Z");
    private static final ShareToken TOKEN = ShareToken.random(new Random(1));

    private static final String UPGRADE = "Upgrade: words\r\nConnection: Upgrade\r\n\r\n";

    private final List<String> remarks = new CopyOnWriteArrayList<>();
    private final Time time = new Time();
    private HttpServer app;
    private Forwarder forwarder;
    private ServerSocket listening;

    /** Stands still until somebody says otherwise. */
    private static final class Time extends Clock {
        private volatile Instant now = NOW;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @BeforeEach
    void start() throws IOException {
        app = HttpServer.create(new InetSocketAddress(LOOPBACK, 0), 0);
        app.createContext(
                "/",
                exchange -> {
                    byte[] said =
                            "%s %s %s"
                                    .formatted(
                                            exchange.getRequestURI(),
                                            exchange.getRequestHeaders().get("Cookie"),
                                            new String(
                                                    exchange.getRequestBody().readAllBytes(),
                                                    StandardCharsets.UTF_8))
                                    .getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(
                            200, 0); // In pieces, of which nobody knows how many.
                    exchange.getResponseBody().write(said);
                    exchange.close();
                });
        app.start();
        begin(app.getAddress());
    }

    private void begin(InetSocketAddress to) throws IOException {
        listening = new ServerSocket(0, 50, LOOPBACK);
        Gate gate = new Gate(TOKEN, NOW.plusSeconds(60), false, "127.0.0.1:" + to.getPort());
        forwarder = Forwarder.start(listening, gate, to, time, () -> 0, remarks::add);
    }

    @AfterEach
    void end() {
        forwarder.close();
        app.stop(0);
    }

    private Socket connected() throws IOException {
        Socket socket = new Socket(LOOPBACK, listening.getLocalPort());
        socket.setSoTimeout(30_000);
        return socket;
    }

    private String said(String request) throws IOException {
        try (Socket socket = connected()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String withCookie(String line, String rest) {
        return line
                + " HTTP/1.1\r\nHost: here\r\nCookie: cadastre-share="
                + TOKEN.text()
                + "\r\n"
                + rest;
    }

    @Test
    void whoeverOpensTheLinkIsLetInAndTheAppNeverSeesTheToken() throws IOException {
        String entered =
                said("GET /?cadastre-share=" + TOKEN.text() + " HTTP/1.1\r\nHost: here\r\n\r\n");
        String answer = said(withCookie("GET /page", "\r\n"));

        assertThat(entered).startsWith("HTTP/1.1 303").contains("Location: /\r\n", "Set-Cookie: ");
        assertThat(answer).startsWith("HTTP/1.1 200").contains("/page null");
        assertThat(remarks).containsExactly("127.0.0.1 opened the link.");
    }

    @Test
    void bringsWhatARequestHas() throws IOException {
        assertThat(said(withCookie("POST /", "Content-Length: 5\r\n\r\nhello")))
                .contains("null hello");
    }

    @Test
    void othersAreRefused() throws IOException {
        assertThat(said("GET / HTTP/1.1\r\nHost: here\r\n\r\n")).startsWith("HTTP/1.1 403");
        assertThat(said("nonsense\r\n\r\n")).startsWith("HTTP/1.1 400");
        assertThat(said(withCookie("POST /", "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n")))
                .startsWith("HTTP/1.1 411");
        assertThat(said(withCookie("POST /", "Content-Length: 999999999999\r\n\r\n")))
                .startsWith("HTTP/1.1 413");
    }

    @Test
    void saysThatItHasExpired() throws IOException {
        time.now = NOW.plusSeconds(60);

        assertThat(said(withCookie("GET /", "\r\n")))
                .startsWith("HTTP/1.1 410")
                .contains("This link has expired.");
    }

    @Test
    void saysThatTheAppDoesNotAnswer() throws IOException {
        app.stop(0);

        assertThat(said(withCookie("GET /", "\r\n"))).startsWith("HTTP/1.1 502");
    }

    @Test
    void moreThanSoManyAreNotServedAtATime() throws IOException {
        Socket[] waiting = new Socket[Forwarder.MOST_CONNECTIONS];
        try {
            for (int i = 0; i < waiting.length; i++) {
                waiting[i] = connected();
            }
            try (Socket more = connected()) {
                assertThat(more.getInputStream().read()).isNegative();
            }
        } finally {
            for (Socket socket : waiting) {
                if (socket != null) {
                    socket.close();
                }
            }
        }
    }

    @Test
    void anotherProtocolGoesBothWays() throws Exception {
        forwarder.close();
        try (ServerSocket echo = new ServerSocket(0, 1, LOOPBACK)) {
            Thread answering = Thread.ofVirtual().start(() -> answerOnce(echo));
            begin(new InetSocketAddress(LOOPBACK, echo.getLocalPort()));
            try (Socket socket = connected()) {
                socket.getOutputStream()
                        .write(
                                withCookie("GET /", UPGRADE + "ping\n")
                                        .getBytes(StandardCharsets.UTF_8));
                var lines =
                        new BufferedReader(
                                new InputStreamReader(
                                        socket.getInputStream(), StandardCharsets.UTF_8));
                assertThat(lines.readLine()).startsWith("HTTP/1.1 101");
                String line = lines.readLine();
                while (!line.isEmpty()) {
                    line = lines.readLine();
                }
                assertThat(lines.readLine()).isEqualTo("pong to ping");
            }
            answering.join();
        }
    }

    private static void answerOnce(ServerSocket echo) {
        try (Socket socket = echo.accept();
                var lines =
                        new BufferedReader(
                                new InputStreamReader(
                                        socket.getInputStream(), StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            while (!line.isEmpty()) {
                line = lines.readLine();
            }
            String head = "HTTP/1.1 101 Switching\r\nUpgrade: words\r\nConnection: Upgrade\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            String answer = "pong to " + lines.readLine() + "\n";
            socket.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
