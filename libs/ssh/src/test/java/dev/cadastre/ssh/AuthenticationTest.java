package dev.cadastre.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AuthenticationTest {
    @TempDir Path folder;

    private Sshd sshd;
    private SshConnections connections;

    @BeforeEach
    void start() throws IOException {
        sshd = Sshd.in(folder).start();
        connections = new SshConnections(new PinnedHostKeys());
    }

    @AfterEach
    void stop() {
        connections.close();
        sshd.close();
    }

    @ParameterizedTest
    @CsvSource({
        "ed25519, OpenSSH, ''",
        "rsa, OpenSSH, ''",
        "ecdsa, OpenSSH, ''",
        "rsa, PEM, ''",
        "ecdsa, PEM, ''",
        "rsa, PKCS8, ''",
        "ecdsa, PKCS8, ''",
        "ed25519, OpenSSH, open sesame",
        "rsa, PEM, open sesame"
    })
    void acceptsKeysOfAllTypesAndFormats(String type, String format, String passphrase)
            throws IOException {
        Path key = Tool.newKey(folder, type, "-N", passphrase);
        if (!format.equals("OpenSSH")) {
            Tool.run(
                    Tool.SSH_KEYGEN,
                    "-q",
                    "-p",
                    "-m",
                    format,
                    "-f",
                    key.toString(),
                    "-P",
                    passphrase,
                    "-N",
                    passphrase);
        }
        sshd.authorize(key);

        assertThat(run(new Identity.KeyFile(key, passphrase::toCharArray)))
                .as("%s", sshd.log())
                .isInstanceOf(RunResult.Completed.class);
    }

    @Test
    void namesTheKeysThatTheHostRejected() throws IOException {
        Path key = Tool.newKey(folder, "ed25519");
        String fingerprint = Tool.run(Tool.SSH_KEYGEN, "-l", "-f", key.toString()).split(" ", 3)[1];

        RunResult.Refused refused = refused(new Identity.KeyFile(key));

        assertThat(refused.attempts())
                .singleElement()
                .satisfies(attempt -> {
                    assertThat(attempt.outcome()).isEqualTo(RunResult.Attempt.Outcome.REJECTED);
                    assertThat(attempt.identity()).contains(key.toString(), fingerprint);
                });
        assertThat(refused.offered()).containsExactly("publickey");
        assertThat(refused.message()).contains(Sshd.user(), fingerprint, "authorized_keys");
    }

    @Test
    void triesTheNextIdentityWhenOneIsRejected() throws IOException {
        Path wrong = Tool.newKey(folder, "rsa");
        Path right = Tool.newKey(folder, "ecdsa");
        sshd.authorize(right);

        assertThat(run(new Identity.KeyFile(wrong), new Identity.KeyFile(right)))
                .isInstanceOf(RunResult.Completed.class);
    }

    @Test
    void saysThatAKeyNeedsAPassphrase() throws IOException {
        Path key = Tool.newKey(folder, "ed25519", "-N", "secret");

        assertThat(unusable(new Identity.KeyFile(key)))
                .contains("encrypted and no passphrase was given");
    }

    @Test
    void saysThatAPassphraseIsWrong() throws IOException {
        Path key = Tool.newKey(folder, "ed25519", "-N", "secret");

        assertThat(unusable(new Identity.KeyFile(key, "guess"::toCharArray)))
                .contains("passphrase given does not open it")
                .doesNotContain("guess");
    }

    @Test
    void wipesThePassphraseItWasGiven() throws IOException {
        Path key = Tool.newKey(folder, "ed25519", "-N", "secret");
        char[] passphrase = "secret".toCharArray();
        sshd.authorize(key);

        run(new Identity.KeyFile(key, () -> passphrase));

        assertThat(passphrase).containsOnly('\0');
    }

    @Test
    void saysThatAKeyFileIsMissing() {
        assertThat(unusable(new Identity.KeyFile(folder.resolve("missing"))))
                .isEqualTo("it does not exist");
    }

    @Test
    void saysThatAFileIsNoKey() throws IOException {
        Path file = privateFile("not a key\n");

        assertThat(unusable(new Identity.KeyFile(file))).contains("holds no private key");
    }

    @Test
    void saysThatAKeyFileIsOpenToOthers() throws IOException {
        Path key = Tool.newKey(folder, "ed25519");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(unusable(new Identity.KeyFile(key))).contains("rw-r--r--", "chmod 600");
    }

    @Test
    void readsAKeyFileAgainWhenItHasChanged() throws IOException {
        Path key = Tool.newKey(folder, "ed25519");
        refused(new Identity.KeyFile(key));
        Path replacement = Tool.newKey(folder, "rsa");
        sshd.authorize(replacement);
        Files.move(replacement, key, StandardCopyOption.REPLACE_EXISTING);

        assertThat(run(new Identity.KeyFile(key))).isInstanceOf(RunResult.Completed.class);
    }

    @Test
    void saysThatNoIdentityWasGiven() {
        assertThat(refused().message()).contains("No identity was given");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ed25519", "rsa", "ecdsa"})
    void signsWithAnAgent(String type) throws IOException {
        Path key = Tool.newKey(folder, type);
        sshd.authorize(key);
        try (SshAgent agent = SshAgent.start(folder.resolve("agent"))) {
            agent.add(key);

            assertThat(run(new Identity.Agent(agent.socket())))
                    .as("%s", sshd.log())
                    .isInstanceOf(RunResult.Completed.class);
        }
    }

    @Test
    void saysThatAnAgentHoldsNoKeys() throws IOException {
        try (SshAgent agent = SshAgent.start(folder.resolve("agent"))) {
            assertThat(unusable(new Identity.Agent(agent.socket()))).contains("ssh-add");
        }
    }

    @Test
    void saysThatThereIsNoAgent() {
        assertThat(unusable(new Identity.Agent(folder.resolve("nobody"))))
                .startsWith("it cannot be asked");
    }

    @Test
    void givesAPasswordToAHostThatTakesOne() throws IOException {
        try (ServerInProcess server = new ServerInProcess("correct")) {
            Target right = server.target("correct");
            Target wrong = server.target("wrong");

            assertThat(connections.run(right, Command.of("true")))
                    .isInstanceOf(RunResult.Completed.class);
            assertThat(connections.run(wrong, Command.of("true")))
                    .isInstanceOfSatisfying(
                            RunResult.Refused.class,
                            refused ->
                                    assertThat(refused.attempts())
                                            .containsExactly(
                                                    new RunResult.Attempt(
                                                            "password",
                                                            RunResult.Attempt.Outcome.REJECTED,
                                                            "")));
        }
    }

    private RunResult run(Identity... identities) {
        return connections.run(
                new Target(sshd.address(), Sshd.user(), List.of(identities)), Command.of("true"));
    }

    private RunResult.Refused refused(Identity... identities) {
        RunResult result = run(identities);
        assertThat(result).isInstanceOf(RunResult.Refused.class);
        return (RunResult.Refused) result;
    }

    private String unusable(Identity identity) {
        List<RunResult.Attempt> attempts = refused(identity).attempts();
        assertThat(attempts)
                .singleElement()
                .extracting(RunResult.Attempt::outcome)
                .isEqualTo(RunResult.Attempt.Outcome.UNUSABLE);
        return attempts.get(0).detail();
    }

    private Path privateFile(String content) throws IOException {
        Path file =
                Files.createFile(
                        folder.resolve("file"),
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, content);
    }

    /** The distribution's agent on a socket of its own. */
    private record SshAgent(Path socket, Process process) implements AutoCloseable {
        static SshAgent start(Path socket) throws IOException {
            Process process =
                    new ProcessBuilder(Tool.required(Tool.SSH_AGENT), "-D", "-a", socket.toString())
                            .start();
            // It prints its environment once it listens.
            if (process.inputReader().readLine() == null) {
                throw new IllegalStateException("ssh-agent did not start");
            }
            return new SshAgent(socket, process);
        }

        void add(Path key) throws IOException {
            ProcessBuilder builder =
                    new ProcessBuilder(Tool.required(Tool.SSH_ADD), "-q", key.toString());
            builder.environment().putAll(Map.of("SSH_AUTH_SOCK", socket.toString()));
            Tool.run(builder);
        }

        @Override
        public void close() {
            process.destroyForcibly().onExit().join();
        }
    }
}
