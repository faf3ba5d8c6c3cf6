package dev.cadastre.server.alerting.channel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.cadastre.server.alerting.contact.ChannelKind;
import dev.cadastre.server.dispatch.outgoing.AddressRule;
import dev.cadastre.server.dispatch.outgoing.Authorities;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookChannelTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String OLD = "whsec_" + Base64.getEncoder().encodeToString(new byte[32]);
    private static final Map<String, String> SECRETS =
            Map.of("NEW", SECRET, "OLD", OLD, "SHORT", "whsec_QUJD");
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final List<Received> received = new ArrayList<>();

    private record Received(Headers headers, String body) {

        /** As a receiver checks it, who knows one of the keys. */
        boolean isSignedWith(String secret) {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(
                        new SecretKeySpec(
                                Base64.getDecoder().decode(secret.replace("whsec_", "")), "raw"));
                mac.update(headers.getFirst("webhook-id").getBytes(UTF_8));
                mac.update((byte) '.');
                mac.update(headers.getFirst("webhook-timestamp").getBytes(UTF_8));
                mac.update((byte) '.');
                String mine =
                        "v1,"
                                + Base64.getEncoder()
                                        .encodeToString(mac.doFinal(body.getBytes(UTF_8)));
                return Arrays.asList(headers.getFirst("webhook-signature").split(" "))
                        .contains(mine);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static WebhookChannel channel(AddressRule rule, SSLContext tls, Duration limit) {
        return new WebhookChannel(
                name -> Optional.ofNullable(SECRETS.get(name)),
                rule,
                tls,
                Clock.fixed(NOW, ZoneOffset.UTC),
                limit);
    }

    private static WebhookChannel channel() {
        return channel(
                (_, _) -> Optional.empty(), Authorities.ofMachine().tls(), Duration.ofSeconds(20));
    }

    private HttpServer answering(int status, String... headers) throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        serve(server, status, headers);
        return server;
    }

    private void serve(HttpServer server, int status, String... headers) {
        server.createContext("/", exchange -> answer(exchange, status, headers));
        server.start();
    }

    private void answer(HttpExchange exchange, int status, String... headers) throws IOException {
        received.add(
                new Received(
                        exchange.getRequestHeaders(),
                        new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
        for (int i = 0; i < headers.length; i += 2) {
            exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private static Delivery to(HttpServer server, String... secrets) {
        return Deliveries.to(
                ChannelKind.WEBHOOK,
                "http://localhost:%d/hooks/T0?a=b".formatted(server.getAddress().getPort()),
                secrets);
    }

    private static Outcome send(WebhookChannel channel, Delivery delivery)
            throws InterruptedException {
        return channel.send(delivery, Deliveries.MESSAGE);
    }

    @Test
    void sendsWhatItsReceiverCanProveByTheOldKeyOrTheNew() throws Exception {
        HttpServer server = answering(204);
        Delivery delivery = to(server, "NEW", "OLD");
        try {
            assertThat(send(channel(), delivery)).isInstanceOf(Outcome.Delivered.class);
            assertThat(send(channel(), delivery)).isInstanceOf(Outcome.Delivered.class);
        } finally {
            server.stop(0);
        }

        assertThat(received)
                .hasSize(2)
                .allSatisfy(one -> {
                    assertThat(one.headers().getFirst("webhook-id"))
                            .isEqualTo(delivery.id().toString());
                    assertThat(one.headers().getFirst("content-type"))
                            .isEqualTo("application/json");
                    assertThat(one.headers().getFirst("webhook-timestamp"))
                            .isEqualTo(String.valueOf(NOW.getEpochSecond()));
                    assertThat(one.body()).isEqualTo(Deliveries.MESSAGE.json());
                    assertThat(one.isSignedWith(SECRET)).isTrue();
                    assertThat(one.isSignedWith(OLD)).isTrue();
                });
    }

    @Test
    void signsAsTheStandardSays() {
        assertThat(
                        WebhookSignature.of(
                                List.of(WebhookSignature.key(SECRET).orElseThrow()),
                                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                                1_614_265_330,
                                "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void believesOnlyWhoShowsThatItIsTheOneInTheAddress(@TempDir Path folder) throws Exception {
        TestIdentity identity = TestIdentity.in(folder);
        HttpsServer server =
                HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(identity.server()));
        serve(server, 200);
        String url = "https://%s:" + server.getAddress().getPort() + "/";
        Duration limit = Duration.ofSeconds(20);
        WebhookChannel believing =
                channel((_, _) -> Optional.empty(), identity.authorities().tls(), limit);
        try {
            Delivery named = Deliveries.to(ChannelKind.WEBHOOK, url.formatted("localhost"), "NEW");
            Delivery other = Deliveries.to(ChannelKind.WEBHOOK, url.formatted("127.0.0.1"), "NEW");

            assertThat(send(believing, named)).isInstanceOf(Outcome.Delivered.class);
            assertThat(send(believing, other)).isInstanceOf(Outcome.Later.class);
            assertThat(send(channel(), named).said()).contains("certificate");
        } finally {
            server.stop(0);
        }
        assertThat(received).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503, 404, 400, 301, 307})
    void triesAgainWhatWasNotTaken(int status) throws Exception {
        HttpServer server = answering(status, "Location", "http://169.254.169.254/latest");
        try {
            assertThat(send(channel(), to(server, "NEW"))).isInstanceOf(Outcome.Later.class);
        } finally {
            server.stop(0);
        }
        assertThat(received).hasSize(1);
    }

    @Test
    void neverSendsAgainWhereItIsSaidToBeGone() throws Exception {
        HttpServer server = answering(410);
        try {
            assertThat(send(channel(), to(server, "NEW")))
                    .isInstanceOfSatisfying(
                            Outcome.Never.class, never -> assertThat(never.gone()).isTrue());
        } finally {
            server.stop(0);
        }
    }

    @Test
    void waitsAsLongAsItIsAskedTo() throws Exception {
        HttpServer server = answering(429, "Retry-After", "120");
        try {
            assertThat(send(channel(), to(server, "NEW")))
                    .isInstanceOfSatisfying(
                            Outcome.Later.class,
                            later -> assertThat(later.after()).isEqualTo(Duration.ofMinutes(2)));
        } finally {
            server.stop(0);
        }
        assertThat(RetryAfter.of("Thu, 01 Jan 2026 00:05:00 GMT", NOW))
                .contains(Duration.ofMinutes(5));
        assertThat(RetryAfter.of("999999999", NOW)).contains(Duration.ofDays(1));
        assertThat(RetryAfter.of("soon", NOW)).isEmpty();
        assertThat(RetryAfter.of("-1", NOW)).isEmpty();
    }

    @Test
    void doesNotGoWhereTheServerMayNot() throws Exception {
        HttpServer server = answering(200);
        WebhookChannel channel =
                channel(
                        (_, _) -> Optional.of("it is inside"),
                        Authorities.ofMachine().tls(),
                        Duration.ofSeconds(9));
        try {
            assertThat(send(channel, to(server, "NEW")))
                    .isInstanceOfSatisfying(
                            Outcome.Never.class,
                            never -> assertThat(never.said()).contains("it is inside"));
        } finally {
            server.stop(0);
        }
        assertThat(received).isEmpty();
    }

    @Test
    void endsWithWhoNeverAnswersOrAnswersWithoutEnd() throws Exception {
        Duration limit = Duration.ofMillis(300);
        WebhookChannel channel =
                channel((_, _) -> Optional.empty(), Authorities.ofMachine().tls(), limit);
        RawServer.Manner endless =
                socket -> {
                    RawServer.say(socket, "HTTP/1.1 200 OK\r\n");
                    while (true) {
                        RawServer.say(socket, "X-Filler: " + "x".repeat(1_000) + "\r\n");
                    }
                };
        try (RawServer silent = RawServer.silentAfter("");
                RawServer flood = RawServer.start(endless);
                RawServer nonsense = RawServer.silentAfter("220 mail\n\n");
                RawServer closing = RawServer.start(_ -> {})) {
            for (RawServer server : List.of(silent, flood, nonsense, closing)) {
                Delivery delivery =
                        Deliveries.to(
                                ChannelKind.WEBHOOK, "http://localhost:" + server.port(), "NEW");

                assertThat(send(channel, delivery)).isInstanceOf(Outcome.Later.class);
            }
        }
    }

    @Test
    void saysWhichSecretIsMissingOrIsNone() throws Exception {
        Delivery missing = Deliveries.to(ChannelKind.WEBHOOK, "http://localhost:1/", "NONE");
        Delivery wrong = Deliveries.to(ChannelKind.WEBHOOK, "http://localhost:1/", "SHORT");

        assertThat(channel().hindrance(missing.contact()))
                .hasValueSatisfying(why -> assertThat(why).contains("CADASTRE_SECRET_NONE"));
        assertThat(send(channel(), wrong).said())
                .contains("CADASTRE_SECRET_SHORT")
                .doesNotContain("QUJD");
    }
}
