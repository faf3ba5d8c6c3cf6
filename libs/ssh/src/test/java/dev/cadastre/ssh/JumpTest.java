package dev.cadastre.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JumpTest {
    @TempDir static Path folder;

    private static Path key;
    private static Sshd first;
    private static Sshd second;
    private static Sshd third;

    @BeforeAll
    static void startSshds() throws IOException {
        key = Tool.newKey(folder, "ed25519");
        first = Sshd.in(folder).start();
        second = Sshd.in(folder).start();
        third = Sshd.in(folder).start();
        first.authorize(key);
    }

    @AfterAll
    static void stopSshds() {
        first.close();
        second.close();
        third.close();
    }

    @Test
    void runsThroughAChainOfJumpHosts() {
        Target chained = third.target(key).through(second.target(key).through(first.target(key)));
        try (SshConnections connections = new SshConnections(new PinnedHostKeys())) {
            RunResult result = connections.run(chained, Command.of("echo $SSH_CONNECTION"));

            assertThat(result).isInstanceOf(RunResult.Completed.class);
            assertThat(((RunResult.Completed) result).output().text().strip())
                    .endsWith(" 127.0.0.1 " + third.address().port());
            assertThat(connections.connections()).isEqualTo(3);
        }
    }

    @Test
    void sharesTheConnectionToAJumpHost() {
        Target jump = first.target(key);
        try (SshConnections connections = new SshConnections(new PinnedHostKeys())) {
            connections.run(second.target(key).through(jump), Command.of("true"));
            connections.run(third.target(key).through(jump), Command.of("true"));

            assertThat(connections.connections()).isEqualTo(3);
            assertThat(connections.run(jump, Command.of("true")))
                    .isInstanceOfSatisfying(
                            RunResult.Completed.class,
                            completed -> assertThat(completed.reusedConnection()).isTrue());
        }
    }

    @Test
    void carriesMegabytesThroughATunnel() {
        byte[] input = new byte[5 << 20];
        new Random(7).nextBytes(input);
        try (SshConnections connections = new SshConnections(new PinnedHostKeys())) {
            RunResult result =
                    connections.run(
                            second.target(key).through(first.target(key)),
                            Command.of("cat").reading(input));

            assertThat(result)
                    .isInstanceOfSatisfying(
                            RunResult.Completed.class,
                            completed -> assertThat(completed.output().bytes()).isEqualTo(input));
        }
    }

    @Test
    void judgesTheKeyOfEachHop() throws IOException {
        PinnedHostKeys pins = new PinnedHostKeys();
        List<String> fields = List.of(Tool.publicKey(key).split(" ", 3));
        pins.pin(first.address(), List.of(new HostKey(fields.get(0), fields.get(1))));
        try (SshConnections connections = new SshConnections(pins)) {
            RunResult result =
                    connections.run(
                            second.target(key).through(first.target(key)), Command.of("true"));

            assertThat(result)
                    .isInstanceOfSatisfying(
                            RunResult.HostKeyChanged.class,
                            changed -> assertThat(changed.at()).isEqualTo(first.address()));
        }
    }

    @Test
    void saysThatTheTargetRefusesTheJumpHost() {
        Target closed = new Target(HostAddress.parse("127.0.0.1:1"), Sshd.user(), List.of());
        try (SshConnections connections = new SshConnections(new PinnedHostKeys())) {
            RunResult result =
                    connections.run(closed.through(first.target(key)), Command.of("true"));

            assertThat(result)
                    .isInstanceOfSatisfying(
                            RunResult.Unreachable.class,
                            unreachable -> {
                                assertThat(unreachable.at()).isEqualTo(closed.address());
                                assertThat(unreachable.reason())
                                        .isEqualTo(RunResult.Unreachable.Reason.REFUSED);
                            });
        }
    }

    @Test
    void connectsAgainWhenTheJumpHostDropsItsConnections() {
        Target jumped = second.target(key).through(first.target(key));
        try (SshConnections connections = new SshConnections(new PinnedHostKeys())) {
            connections.run(jumped, Command.of("true"));
            first.dropConnections();

            assertThat(connections.run(jumped, Command.of("true")))
                    .isInstanceOf(RunResult.Completed.class);
        }
    }
}
