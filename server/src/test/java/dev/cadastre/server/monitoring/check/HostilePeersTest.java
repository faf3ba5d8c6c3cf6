package dev.cadastre.server.monitoring.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.plugin.PluginResult;
import dev.cadastre.plugin.PluginState;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Whatever a peer does, a check ends and says what it was. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class HostilePeersTest {

    /** Also on a machine that is busy. */
    private static final Duration ENOUGH_TO_CONNECT = Duration.ofSeconds(3);

    private static PluginResult run(CheckKind kind, int port, Duration limit) {
        Map<String, String> settings = new HashMap<>();
        kind.settings().stream()
                .filter(Setting::isRequired)
                .forEach(setting -> settings.put(setting.name(), setting.example()));
        if (kind == CheckKind.HTTP || kind == CheckKind.PROMETHEUS) {
            settings.put("url", "http://127.0.0.1:" + port + "/");
        } else {
            settings.put(kind == CheckKind.DNS ? "server" : "host", "127.0.0.1");
            settings.put("port", String.valueOf(port));
        }
        if (kind == CheckKind.PROMETHEUS) {
            settings.put("metric", "up");
        }
        if (kind == CheckKind.TCP) {
            settings.put("expect", "never");
        }
        return new TestChecks().check(kind, settings).run(limit);
    }

    private static void hang(Socket socket) throws IOException {
        socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    }

    private static void flood(Socket socket) throws IOException {
        byte[] bytes = "A".repeat(8_192).getBytes(StandardCharsets.US_ASCII);
        while (true) {
            socket.getOutputStream().write(bytes);
        }
    }

    private static void trickle(Socket socket, String text) throws IOException {
        LocalServer.say(socket, text);
        CountDownLatch never = new CountDownLatch(1);
        try {
            while (!never.await(5, TimeUnit.MILLISECONDS)) {
                socket.getOutputStream().write('a');
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void reset(Socket socket) throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = CheckKind.class,
            names = {"PING", "DNS"},
            mode = Mode.EXCLUDE)
    void endsWithAPeerThatSaysNothing(CheckKind kind) throws IOException {
        try (LocalServer server = LocalServer.start(HostilePeersTest::hang)) {
            PluginResult result = run(kind, server.port(), TestChecks.SHORT);

            assertThat(result.state()).isEqualTo(PluginState.CRITICAL);
            assertThat(result.text()).contains("not done within 0.400 s, while ");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = CheckKind.class,
            names = {"PING", "DNS"},
            mode = Mode.EXCLUDE)
    void endsWithAPeerThatSaysAByteNowAndThen(CheckKind kind) throws IOException {
        try (LocalServer server = LocalServer.start(socket -> trickle(socket, ""))) {
            assertThat(run(kind, server.port(), TestChecks.SHORT).state())
                    .isEqualTo(PluginState.CRITICAL);
        }
    }

    @Test
    void endsWithABodyThatComesByteByByte() throws IOException {
        try (LocalServer server =
                LocalServer.start(socket -> trickle(socket, "HTTP/1.1 200 OK\r\n\r\n"))) {
            PluginResult result = run(CheckKind.HTTP, server.port(), ENOUGH_TO_CONNECT);

            assertThat(result.text()).contains("while waiting for the answer of http://127.0.0.1:");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = CheckKind.class,
            names = {"PING", "DNS"},
            mode = Mode.EXCLUDE)
    void endsWithAPeerThatSaysMoreThanAnybodyReads(CheckKind kind) throws IOException {
        try (LocalServer server = LocalServer.start(HostilePeersTest::flood)) {
            assertThat(run(kind, server.port(), TestChecks.PLENTY).state())
                    .isEqualTo(PluginState.CRITICAL);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = CheckKind.class,
            names = {"PING", "DNS"},
            mode = Mode.EXCLUDE)
    void tellsOfAPeerThatHangsUp(CheckKind kind) throws IOException {
        try (LocalServer server = LocalServer.start(HostilePeersTest::reset)) {
            PluginResult result = run(kind, server.port(), TestChecks.PLENTY);

            assertThat(result.state()).isEqualTo(PluginState.CRITICAL);
            assertThat(result.text()).doesNotContain("not done within");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = CheckKind.class,
            names = {"PING"},
            mode = Mode.EXCLUDE)
    void tellsOfAPortWhereNobodyListens(CheckKind kind) throws IOException {
        int port;
        try (ServerSocket nobody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = nobody.getLocalPort();
        }
        PluginResult result = run(kind, port, TestChecks.PLENTY);

        assertThat(result.state()).isEqualTo(PluginState.CRITICAL);
        assertThat(result.text()).contains("refuse");
        assertThat(result.longText()).isNotBlank();
    }

    @Test
    void endsWhenItIsInterruptedAndSaysSo() throws Exception {
        CountDownLatch reached = new CountDownLatch(1);
        try (LocalServer server =
                LocalServer.start(socket -> {
                    reached.countDown();
                    hang(socket);
                })) {
            CompletableFuture<PluginResult> told = new CompletableFuture<>();
            CompletableFuture<Boolean> stays = new CompletableFuture<>();
            Thread checking =
                    Thread.ofPlatform()
                            .start(() -> {
                                told.complete(run(CheckKind.SSH, server.port(), TestChecks.PLENTY));
                                stays.complete(Thread.currentThread().isInterrupted());
                            });
            reached.await();
            checking.interrupt();

            assertThat(told.get().text()).isEqualTo("SSH UNKNOWN: it was stopped");
            assertThat(stays.get()).isTrue();
        }
    }

    @Test
    void closesTheConnectionThatItGaveUp() throws Exception {
        CompletableFuture<Boolean> closed = new CompletableFuture<>();
        try (LocalServer server =
                LocalServer.start(socket -> {
                    hang(socket);
                    closed.complete(true);
                })) {
            run(CheckKind.SSH, server.port(), ENOUGH_TO_CONNECT);

            assertThat(closed.get()).isTrue();
        }
    }
}
