package dev.cadastre.server.monitoring.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.plugin.Metric;
import dev.cadastre.plugin.PluginResult;
import dev.cadastre.plugin.PluginState;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TlsCheckTest {

    private static final TestCertificates ROOT = TestCertificates.authority("Root");

    private final Instant now = Instant.now();
    private final TestCertificates shop =
            ROOT.signs(
                    "shop.example.com",
                    now.minus(Duration.ofDays(10)),
                    now.plus(Duration.ofDays(50)),
                    false);

    private final AtomicReference<String> asked = new AtomicReference<>("");

    private LocalServer serve(TestCertificates own, String answer) throws IOException {
        return LocalServer.start(
                own.server()
                        .getServerSocketFactory()
                        .createServerSocket(0, 50, InetAddress.getLoopbackAddress()),
                socket -> answer((SSLSocket) socket, answer));
    }

    private void answer(SSLSocket socket, String answer) throws IOException {
        socket.startHandshake();
        if (socket.getSession() instanceof ExtendedSSLSession session) {
            asked.set(session.getRequestedServerNames().toString());
        }
        String line = LocalServer.readLine(socket.getInputStream());
        if (!line.isEmpty()) {
            asked.set(asked.get() + " " + line);
            LocalServer.say(socket, answer);
        }
    }

    private static PluginResult run(
            TestChecks checks, CheckKind kind, LocalServer server, String... pairs) {
        Map<String, String> settings = new HashMap<>();
        if (kind == CheckKind.HTTP) {
            settings.put("url", "https://shop.example.com:" + server.port() + "/");
        } else {
            settings.put("host", "shop.example.com");
            settings.put("port", server.portText());
        }
        for (int i = 0; i < pairs.length; i += 2) {
            settings.put(pairs[i], pairs[i + 1]);
        }
        return checks.run(kind, settings);
    }

    private static TestChecks trusting() {
        return new TestChecks().trust(ROOT.authorities());
    }

    @Test
    void tellsWhoVouchesForTheServerAndForHowLong() throws IOException {
        try (LocalServer server = serve(shop, "")) {
            PluginResult result = run(trusting(), CheckKind.TLS, server);

            assertThat(result.state()).isEqualTo(PluginState.OK);
            assertThat(result.text()).contains("signed by CN=Root");
            assertThat(result.longText()).contains("TLSv1.3, TLS_");
            assertThat(result.metrics()).extracting(Metric::label).containsExactly("days", "time");
            assertThat(asked.get()).contains("shop.example.com");
        }
    }

    @Test
    void warnsOfACertificateThatExpiresSoon() throws IOException {
        Clock soon = Clock.fixed(now.plus(Duration.ofDays(40)), ZoneOffset.UTC);
        Clock sooner = Clock.fixed(now.plus(Duration.ofDays(45)), ZoneOffset.UTC);
        try (LocalServer server = serve(shop, "")) {
            assertThat(run(trusting().clock(soon), CheckKind.TLS, server).state())
                    .isEqualTo(PluginState.WARNING);
            assertThat(run(trusting().clock(sooner), CheckKind.TLS, server).text())
                    .contains("outside of the critical range 7:");
        }
    }

    @Test
    void isCriticalOfACertificateThatNobodyVouchesForUnlessAnyWillDo() throws IOException {
        try (LocalServer server = serve(shop, "")) {
            TestChecks checks = new TestChecks();

            assertThat(run(checks, CheckKind.TLS, server).text())
                    .isEqualTo("TLS CRITICAL: the authority CN=Root is not known here");
            PluginResult any = run(checks, CheckKind.TLS, server, "certificates", "any");
            assertThat(any.state()).isEqualTo(PluginState.OK);
            assertThat(any.longText()).contains("Passed over: the authority CN=Root");
        }
    }

    @Test
    void asksForAnotherNameAtAnAddress() throws IOException {
        try (LocalServer server = serve(shop, "")) {
            TestChecks checks = trusting();

            assertThat(run(checks, CheckKind.TLS, server, "host", "127.0.0.1").text())
                    .contains("is for shop.example.com and not for 127.0.0.1");
            assertThat(
                            run(
                                            checks,
                                            CheckKind.TLS,
                                            server,
                                            "host",
                                            "127.0.0.1",
                                            "serverName",
                                            "shop.example.com")
                                    .state())
                    .isEqualTo(PluginState.OK);
        }
    }

    @Test
    void tellsThatNoTlsIsSpoken() throws IOException {
        try (LocalServer server = LocalServer.saying("220 mail.example.com\r\n")) {
            assertThat(run(trusting(), CheckKind.TLS, server).text())
                    .contains("TLS does not come about");
        }
    }

    private static void begin(StartTls way, Socket socket) throws IOException {
        switch (way) {
            case NONE -> {}
            case SMTP -> {
                LocalServer.say(socket, "220 hi\r\n");
                LocalServer.readLine(socket.getInputStream());
                LocalServer.say(socket, "250-hi\r\n250 STARTTLS\r\n");
                LocalServer.readLine(socket.getInputStream());
                LocalServer.say(socket, "220 go\r\n");
            }
            case IMAP -> {
                LocalServer.say(socket, "* OK hi\r\n");
                LocalServer.readLine(socket.getInputStream());
                LocalServer.say(socket, "* CAPABILITY X\r\na OK go\r\n");
            }
            case POSTGRES -> {
                assertThat(socket.getInputStream().readNBytes(8)).endsWith(4, 210, 22, 47);
                LocalServer.say(socket, "S");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(StartTls.class)
    void goesOnWithTlsWhereItIsAskedFor(StartTls way) throws IOException {
        try (LocalServer server =
                LocalServer.start(socket -> {
                    begin(way, socket);
                    SSLSocket secured =
                            (SSLSocket)
                                    shop.server()
                                            .getSocketFactory()
                                            .createSocket(socket, null, true);
                    secured.setUseClientMode(false);
                    answer(secured, "");
                })) {
            PluginResult result =
                    run(trusting(), CheckKind.TLS, server, "starttls", Common.name(way));

            assertThat(result.state()).as(result.text()).isEqualTo(PluginState.OK);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = StartTls.class,
            names = {"NONE"},
            mode = EnumSource.Mode.EXCLUDE)
    void tellsThatAServerDoesNotGoOnWithTls(StartTls way) throws IOException {
        String no =
                switch (way) {
                    case SMTP -> "220 hi\r\n250 hi\r\n502 no\r\n";
                    case IMAP -> "* OK hi\r\na BAD no\r\n";
                    default -> "N";
                };
        try (LocalServer server = LocalServer.sending(no.getBytes(StandardCharsets.US_ASCII))) {
            PluginResult result =
                    run(trusting(), CheckKind.TLS, server, "starttls", Common.name(way));

            assertThat(result.state()).isEqualTo(PluginState.CRITICAL);
            assertThat(result.text()).containsAnyOf("502", "BAD", "\"N\"");
        }
    }

    @Test
    void httpAsksAVirtualHostAndTellsTheDaysOfItsCertificate() throws IOException {
        try (LocalServer server = serve(shop, "HTTP/1.1 200 OK\r\n\r\nWelcome")) {
            PluginResult result = run(trusting(), CheckKind.HTTP, server, "contains", "Welcome");

            assertThat(result.state()).as(result.text()).isEqualTo(PluginState.OK);
            assertThat(result.metrics())
                    .extracting(Metric::label)
                    .containsExactly("time", "size", "days");
            assertThat(asked.get()).contains("shop.example.com").endsWith("GET / HTTP/1.1");
        }
    }

    @Test
    void httpSendsNothingToAServerThatNobodyVouchesFor() throws IOException {
        try (LocalServer server = serve(shop, "HTTP/1.1 200 OK\r\n\r\n")) {
            PluginResult result = run(new TestChecks(), CheckKind.HTTP, server);

            assertThat(result.text()).contains("the authority CN=Root is not known here");
            assertThat(asked.get()).doesNotContain("GET");
        }
    }
}
