package dev.cadastre.server.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cadastre.server.storage.StartFailure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;

/** What is read where the server cannot start. */
class StartFailureTest {

    private static String printed(FailureAnalyzer analyzer, Throwable failure) {
        FailureAnalysis analysis = Objects.requireNonNull(analyzer.analyze(failure));
        var err = new ByteArrayOutputStream();
        new FailurePrinter(new PrintStream(err, true, StandardCharsets.UTF_8)).report(analysis);
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void tellsReasonAndRemedyWithoutWhatSpringWrapsAroundThem() {
        var failure =
                new BeanCreationException(
                        "homeLock", "no bean", new StartFailure("The home is taken", "Stop it."));

        assertThat(printed(new StartFailureAnalyzer(), failure))
                .isEqualTo("cadastre: The home is taken\n  Stop it.\n");
    }

    /** A part that is content with nothing. */
    record Discontent(String limit) {

        Discontent {
            throw new IllegalArgumentException("[search] limit is how long a query may take");
        }
    }

    @Test
    void tellsWhatAPartHasAgainstItsSettingsWithoutItsClasses() {
        assertThat(printed(new UnusableSettingAnalyzer(), refused(Discontent.class, "search")))
                .startsWith(
                        "cadastre: [search] limit is how long a query may take\n  Put it right");
    }

    @Test
    void leavesToSpringWhatIsNoRefusalOfAPart() {
        assertThat(new UnusableSettingAnalyzer().analyze(refused(Integer.class, "search.limit")))
                .isNull();
    }

    private static BindException refused(Class<?> type, String name) {
        var binder = new Binder(new MapConfigurationPropertySource(Map.of("search.limit", "soon")));
        return catchThrowableOfType(
                BindException.class, () -> binder.bind(name, Bindable.of(type)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1"})
    void namesTheProcessThatHasThePort(String address) throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName(address))) {
            assertThat(
                            printed(
                                    new PortTakenAnalyzer(),
                                    new PortInUseException(socket.getLocalPort())))
                    .isEqualTo(
                            """
                            cadastre: Port %d is taken by process %d (java)
                              Stop that process, or choose another port with --port or `port` in [server].
                            """
                                    .formatted(
                                            socket.getLocalPort(), ProcessHandle.current().pid()));
        }
    }

    @Test
    void namesAProcessWhoseFilesComeAndGo() throws Exception {
        var done = new AtomicBoolean();
        Thread busy = Thread.ofPlatform().start(() -> openAndClose(done));
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            for (int look = 0; look < 50; look++) {
                assertThat(PortHolder.find(socket.getLocalPort()).map(PortHolder::pid))
                        .contains(ProcessHandle.current().pid());
            }
        } finally {
            done.set(true);
            busy.join();
        }
    }

    private static void openAndClose(AtomicBoolean done) {
        while (!done.get()) {
            try (InputStream nothing = Files.newInputStream(Path.of("/dev/null"))) {
                assertThat(nothing.read()).isNegative();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Test
    void doesNotGuessWhereNobodyCanBeSeen() throws IOException {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }

        assertThat(printed(new PortTakenAnalyzer(), new PortInUseException(port)))
                .contains("a process that this user may not see");
    }

    @Test
    void readsListeningSocketsOnly() {
        List<String> table =
                List.of(
                        "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt"
                                + "   uid  timeout inode",
                        "   0: 0100007F:1E64 00000000:0000 0A 00000000:00000000 00:00000000"
                                + " 00000000     0        0 4711 1 0000000000000000 100 0 0 10 0",
                        "   1: 0100007F:1E64 0100007F:A7C2 01 00000000:00000000 00:00000000"
                                + " 00000000     0        0 4712 1 0000000000000000 20 4 0 10 -1",
                        "   2: 0100007F:A7C2 0100007F:1E64 0A 00000000:00000000 00:00000000"
                                + " 00000000     0        0 4713 1 0000000000000000 20 4 0 10 -1",
                        "garbage");

        assertThat(ListeningSockets.inodes(table, 7780)).containsExactly("4711");
    }
}
