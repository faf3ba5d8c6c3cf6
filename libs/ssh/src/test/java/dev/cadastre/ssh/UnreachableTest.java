package dev.cadastre.ssh;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UnreachableTest {
    private static final SshSettings IMPATIENT =
            SshSettings.DEFAULT.withConnectLimit(Duration.ofMillis(500));

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    @TempDir Path folder;

    /** What a peer does with each connection. */
    private interface Peer {
        void serve(Socket socket) throws IOException;
    }

    @Test
    void saysThatANameIsUnknown() {
        assertThat(reason(run("no-such-host.invalid", 22)))
                .isEqualTo(RunResult.Unreachable.Reason.UNKNOWN_NAME);
    }

    @Test
    void saysThatAPortRefuses() {
        RunResult result = run("127.0.0.1", 1);

        assertThat(reason(result)).isEqualTo(RunResult.Unreachable.Reason.REFUSED);
        assertThat(((RunResult.Failed) result).code()).isEqualTo("unreachable.refused");
    }

    @Test
    void saysThatAPeerIsNoSshServer() throws IOException {
        RunResult result =
                runAgainst(socket -> {
                    socket.getOutputStream().write("220 mail\u0007 ready\r\n".getBytes(US_ASCII));
                    socket.shutdownOutput();
                    socket.getInputStream().readAllBytes();
                });

        assertThat(reason(result)).isEqualTo(RunResult.Unreachable.Reason.NOT_SSH);
        assertThat(((RunResult.Failed) result).message()).contains("220 mail? ready");
    }

    @Test
    void readsOnlySoMuchOfGarbage() throws IOException {
        RunResult result =
                runAgainst(socket -> {
                    byte[] garbage = new byte[1 << 16];
                    Arrays.fill(garbage, (byte) 'x');
                    for (int i = 0; i < 1000; i++) {
                        socket.getOutputStream().write(garbage);
                    }
                });

        assertThat(reason(result)).isEqualTo(RunResult.Unreachable.Reason.NOT_SSH);
    }

    @Test
    void saysThatAPeerSpeaksOnlyTheFirstProtocol() throws IOException {
        RunResult result =
                runAgainst(socket -> {
                    socket.getOutputStream().write("SSH-1.5-old\r\n".getBytes(US_ASCII));
                    socket.shutdownOutput();
                    socket.getInputStream().readAllBytes();
                });

        assertThat(reason(result)).isEqualTo(RunResult.Unreachable.Reason.NOT_SSH);
    }

    @Test
    void saysThatSshdTurnsUsAway() throws IOException {
        RunResult result =
                runAgainst(socket -> {
                    socket.getOutputStream().write("Exceeded MaxStartups\r\n".getBytes(US_ASCII));
                    socket.shutdownOutput();
                    socket.getInputStream().readAllBytes();
                });

        assertThat(reason(result)).isEqualTo(RunResult.Unreachable.Reason.CLOSED_IN_HANDSHAKE);
        assertThat(((RunResult.Failed) result).message()).contains("Exceeded MaxStartups");
    }

    /** When the client hears of it is a matter of chance, so it is tried often. */
    @RepeatedTest(30)
    void saysThatAPeerClosesAtOnce() throws IOException {
        assertThat(reason(runAgainst(Socket::close)))
                .isEqualTo(RunResult.Unreachable.Reason.CLOSED_IN_HANDSHAKE);
    }

    @RepeatedTest(10)
    void saysThatAPeerResetsAtOnce() throws IOException {
        RunResult result =
                runAgainst(socket -> {
                    socket.setSoLinger(true, 0);
                    socket.close();
                });

        assertThat(reason(result)).isEqualTo(RunResult.Unreachable.Reason.CLOSED_IN_HANDSHAKE);
    }

    @Test
    void saysThatNoAlgorithmIsInCommon() throws IOException {
        try (Sshd sshd = Sshd.in(folder).with("Ciphers aes192-cbc").start()) {
            assertThat(reason(run("127.0.0.1", sshd.address().port())))
                    .isEqualTo(RunResult.Unreachable.Reason.NO_COMMON_ALGORITHM);
        }
    }

    @Test
    void doesNotWaitForASilentPeer() throws IOException {
        RunResult result = runAgainst(socket -> socket.getInputStream().readAllBytes());

        assertThat(result)
                .isInstanceOfSatisfying(
                        RunResult.TimedOut.class,
                        timedOut ->
                                assertThat(timedOut.phase())
                                        .isEqualTo(RunResult.TimedOut.Phase.HANDSHAKE));
    }

    @Test
    void waitsAsLongAsTheTargetSays() throws IOException {
        Duration limit = Duration.ofMillis(100);
        try (ServerSocket silent = new ServerSocket(0, 1, LOOPBACK);
                SshConnections connections = new SshConnections(new PinnedHostKeys())) {
            HostAddress address = new HostAddress("127.0.0.1", silent.getLocalPort());
            Target target = new Target(address, "nobody", List.of()).connectingWithin(limit);

            assertThat(connections.run(target, Command.of("true")))
                    .isInstanceOfSatisfying(
                            RunResult.TimedOut.class,
                            timedOut -> assertThat(timedOut.limit()).isEqualTo(limit));
        }
    }

    @Test
    void doesNotWaitForAHostThatDropsPackets() throws IOException {

        List<SocketChannel> waiting = new ArrayList<>();
        try (ServerSocket full = new ServerSocket(0, 1, LOOPBACK)) {
            // The kernel drops what comes after the queue of connections to accept is full.
            for (int i = 0; i < 4; i++) {
                SocketChannel channel = SocketChannel.open();
                waiting.add(channel);
                channel.configureBlocking(false);
                channel.connect(new InetSocketAddress(LOOPBACK, full.getLocalPort()));
            }

            assertThat(run("127.0.0.1", full.getLocalPort()))
                    .isInstanceOfSatisfying(
                            RunResult.TimedOut.class,
                            timedOut ->
                                    assertThat(timedOut.phase())
                                            .isEqualTo(RunResult.TimedOut.Phase.CONNECT));
        } finally {
            for (SocketChannel channel : waiting) {
                channel.close();
            }
        }
    }

    @Test
    void reachesAnIpv6Literal() throws IOException {
        Path key = Tool.newKey(folder, "ed25519");
        try (Sshd sshd = Sshd.in(folder).listeningOn("::1").start();
                SshConnections connections = new SshConnections(new PinnedHostKeys())) {
            sshd.authorize(key);
            HostAddress address = HostAddress.parse("[::1]:" + sshd.address().port());

            assertThat(
                            connections.run(
                                    new Target(
                                            address,
                                            Sshd.user(),
                                            List.of(new Identity.KeyFile(key))),
                                    Command.of("true")))
                    .isInstanceOf(RunResult.Completed.class);
        }
    }

    private static RunResult run(String host, int port) {
        Target target = new Target(new HostAddress(host, port), "nobody", List.of());
        try (SshConnections connections = new SshConnections(new PinnedHostKeys(), IMPATIENT)) {
            return connections.run(target, Command.of("true"));
        }
    }

    private static RunResult runAgainst(Peer peer) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, LOOPBACK)) {
            Thread thread = new Thread(() -> serve(server, peer), "peer");
            thread.setDaemon(true);
            thread.start();
            return run("127.0.0.1", server.getLocalPort());
        }
    }

    private static void serve(ServerSocket server, Peer peer) {
        try (Socket socket = server.accept()) {
            peer.serve(socket);
        } catch (IOException e) {
            // The client hung up, as it should on some of these peers.
            assertThat(server.isBound()).isTrue();
        }
    }

    private static RunResult.Unreachable.Reason reason(RunResult result) {
        assertThat(result).isInstanceOf(RunResult.Unreachable.class);
        return ((RunResult.Unreachable) result).reason();
    }
}
