package dev.cadastre.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KeptConnectionsTest {
    @TempDir static Path folder;

    private static Sshd sshd;
    private static Target target;

    @BeforeAll
    static void startSshd() throws IOException {
        Path key = Tool.newKey(folder, "ed25519");
        sshd = Sshd.in(folder).start();
        sshd.authorize(key);
        target = sshd.target(key);
    }

    @AfterAll
    static void stopSshd() {
        sshd.close();
    }

    @Test
    void runsOverTheSameConnectionAgain() {
        try (SshConnections connections = new SshConnections(new PinnedHostKeys())) {
            assertThat(reused(connections)).isFalse();
            assertThat(reused(connections)).isTrue();
            assertThat(connections.connections()).isEqualTo(1);
        }
    }

    @Test
    void connectsAgainWhenTheKeptConnectionHasDied() {
        try (SshConnections connections = new SshConnections(new PinnedHostKeys())) {
            reused(connections);
            sshd.dropConnections();

            assertThat(reused(connections)).isFalse();
            assertThat(connections.connections()).isEqualTo(1);
        }
    }

    @Test
    void keepsNoConnectionAfterACommandThatWasCut() {
        try (SshConnections connections = new SshConnections(new PinnedHostKeys())) {
            connections.run(target, Command.of("cat /dev/zero").writingAtMost(10));

            assertThat(connections.connections()).isZero();
            assertThat(reused(connections)).isFalse();
        }
    }

    @Test
    void forgetsConnectionsToAnAddress() {
        try (SshConnections connections = new SshConnections(new PinnedHostKeys())) {
            reused(connections);

            connections.forget(sshd.address());

            assertThat(connections.connections()).isZero();
        }
    }

    @Test
    void forgetsConnectionsToWhatIsKnownAsAnAddress() {
        HostAddress name = HostAddress.of("web1");
        try (SshConnections connections = new SshConnections(new PinnedHostKeys())) {
            connections.run(target.knownAs(name), Command.of("true"));

            connections.forget(name);

            assertThat(connections.connections()).isZero();
        }
    }

    @Test
    void keepsNoneIfToldSo() {
        SshSettings settings = SshSettings.DEFAULT.withKeepIdle(Duration.ZERO);
        try (SshConnections connections = new SshConnections(new PinnedHostKeys(), settings)) {
            assertThat(reused(connections)).isFalse();
            assertThat(connections.connections()).isZero();
        }
    }

    @Test
    void closesTheLongestUnusedFirstWhenThereAreTooMany() throws Exception {
        SshSettings settings = SshSettings.DEFAULT.withKeptConnections(1);
        try (SshConnections connections = new SshConnections(new PinnedHostKeys(), settings)) {
            reused(connections);
            connections.run(target.knownAs(HostAddress.parse("another")), Command.of("true"));

            assertThat(connections.connections()).isEqualTo(1);
            assertThat(reused(connections)).isFalse();
        }
    }

    @Test
    void closesWhatHasBeenIdleForLongEnough() throws Exception {
        AtomicLong now = new AtomicLong();
        Transport transport = Transport.started(SshSettings.DEFAULT.keepAlive());
        try {
            Pool pool =
                    new Pool(
                            new Opener(transport, new PinnedHostKeys(), SshSettings.DEFAULT),
                            SshSettings.DEFAULT,
                            now::get);
            pool.forCommand(target, false).close();
            now.addAndGet(SshSettings.DEFAULT.keepIdle().toNanos() - 1);
            pool.evictIdle();
            assertThat(pool.size()).isEqualTo(1);

            now.incrementAndGet();
            pool.evictIdle();
            assertThat(pool.size()).isZero();
        } finally {
            transport.stop();
        }
    }

    @Test
    void sharesConnectionsAmongManyCommandsAtOnce() throws Exception {
        try (SshConnections connections = new SshConnections(new PinnedHostKeys())) {
            List<RunResult> results = atOnce(20, connections, target);

            assertThat(results).allMatch(RunResult.Completed.class::isInstance);
            assertThat(connections.connections()).isBetween(1, 3);
        }
    }

    @Test
    void triesADeadHostOnceForAllWhoWaitForIt() throws Exception {
        Target dead = new Target(HostAddress.parse("127.0.0.1:1"), "nobody", List.of());
        try (SshConnections connections = new SshConnections(new PinnedHostKeys())) {
            assertThat(atOnce(5, connections, dead))
                    .allMatch(RunResult.Unreachable.class::isInstance);
            assertThat(connections.connections()).isZero();
        }
    }

    private static List<RunResult> atOnce(int count, SshConnections connections, Target to)
            throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(count);
        try {
            List<Future<RunResult>> runs =
                    IntStream.range(0, count)
                            .mapToObj(run ->
                                    callers.submit(() -> connections.run(to, Command.of("true"))))
                            .toList();
            List<RunResult> results = new ArrayList<>();
            for (Future<RunResult> run : runs) {
                results.add(run.get());
            }
            return results;
        } finally {
            callers.shutdownNow();
        }
    }

    private static boolean reused(SshConnections connections) {
        RunResult result = connections.run(target, Command.of("true"));
        assertThat(result).as("%s", sshd.log()).isInstanceOf(RunResult.Completed.class);
        return ((RunResult.Completed) result).reusedConnection();
    }
}
