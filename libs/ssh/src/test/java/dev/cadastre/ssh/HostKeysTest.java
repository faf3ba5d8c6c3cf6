package dev.cadastre.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HostKeysTest {
    @TempDir static Path folder;

    private static Sshd sshd;
    private static Target target;
    private static Path key;
    private static Path hostKey;

    @BeforeAll
    static void startSshd() throws IOException {
        key = Tool.newKey(folder, "ed25519");
        hostKey = Tool.newKey(folder, "ed25519");
        sshd =
                Sshd.in(folder)
                        .with("HostKey " + hostKey)
                        .withHostKey("rsa")
                        .withHostKey("ecdsa")
                        .start();
        sshd.authorize(key);
        target = sshd.target(key);
    }

    @AfterAll
    static void stopSshd() {
        sshd.close();
    }

    private static RunResult run(HostKeys hostKeys) {
        try (SshConnections connections = new SshConnections(hostKeys)) {
            return connections.run(target, Command.of("true"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ssh-ed25519", "ssh-rsa", "ecdsa-sha2-nistp256"})
    void takesNoHostWithSeveralKeysForChanged(String type) throws IOException {
        KnownHosts all = KnownHosts.parse(scan());
        HostKey pinned =
                all.entries(sshd.address()).stream()
                        .map(KnownHosts.Entry::key)
                        .filter(candidate -> candidate.type().equals(type))
                        .findFirst()
                        .orElseThrow();
        PinnedHostKeys pins = new PinnedHostKeys();
        pins.pin(sshd.address(), List.of(pinned));

        assertThat(run(pins)).isInstanceOf(RunResult.Completed.class);
    }

    @Test
    void pinsAKeyAtFirstSight() throws IOException {
        PinnedHostKeys pins = new PinnedHostKeys();

        assertThat(run(pins)).isInstanceOf(RunResult.Completed.class);
        assertThat(pins.decide(sshd.address(), publicKey(hostKey)))
                .isEqualTo(new HostKeys.Decision.Trusted());
    }

    @Test
    void stopsAtAChangedKey() throws IOException {
        HostKey other = publicKey(key);
        PinnedHostKeys pins = new PinnedHostKeys();
        pins.pin(sshd.address(), List.of(other));

        RunResult result = run(pins);

        assertThat(result)
                .isEqualTo(
                        new RunResult.HostKeyChanged(
                                sshd.address(), List.of(other), publicKey(hostKey)));
        assertThat(((RunResult.Failed) result).message())
                .contains(other.fingerprint(), publicKey(hostKey).fingerprint());
    }

    @Test
    void stopsAtAnUnknownHostIfStrict() throws IOException {
        assertThat(run(KnownHosts.parse("")))
                .isEqualTo(new RunResult.HostKeyUnknown(sshd.address(), publicKey(hostKey), ""));
    }

    @Test
    void stopsAtARevokedKey() throws IOException {
        assertThat(run(KnownHosts.parse("@revoked * " + publicKey(hostKey))))
                .isEqualTo(new RunResult.HostKeyRevoked(sshd.address(), publicKey(hostKey)));
    }

    @Test
    void trustsAFileThatSshKeygenHashed() throws IOException {
        Path file = folder.resolve("known_hosts");
        Files.writeString(file, scan());
        Tool.run(Tool.SSH_KEYGEN, "-q", "-H", "-f", file.toString());
        String hashed = Files.readString(file);

        assertThat(hashed).contains("|1|").doesNotContain("127.0.0.1");
        assertThat(run(KnownHosts.parse(hashed))).isInstanceOf(RunResult.Completed.class);
    }

    @Test
    void showsFingerprintsAsSshKeygenDoes() throws IOException {
        assertThat(Tool.run(Tool.SSH_KEYGEN, "-l", "-f", hostKey.toString()))
                .contains(publicKey(hostKey).fingerprint());
    }

    private static HostKey publicKey(Path file) throws IOException {
        List<String> fields = List.of(Tool.publicKey(file).split(" ", 3));
        return new HostKey(fields.get(0), fields.get(1));
    }

    private static String scan() throws IOException {
        String printed =
                Tool.run(
                        new ProcessBuilder(
                                Tool.required(Path.of("/usr/bin/ssh-keyscan")),
                                "-p",
                                String.valueOf(sshd.address().port()),
                                "127.0.0.1"));
        return printed.lines()
                .filter(line -> !line.startsWith("#"))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
