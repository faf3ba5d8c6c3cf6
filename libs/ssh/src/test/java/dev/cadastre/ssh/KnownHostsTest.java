package dev.cadastre.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class KnownHostsTest {
    private static final String KEY =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ1vFfgw4Gz8Yh1nTfR0mRSd2C8qSx7NgM6G8cgLU0Lw";
    private static final String OTHER =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ1vFfgw4Gz8Yh1nTfR0mRSd2C8qSx7NgM6G8cgLU0Lx";

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({
        "web1, web1, true",
        "web1, WEB1, true",
        "web1, web10, false",
        "'web1,192.0.2.1', 192.0.2.1, true",
        "web1, web1:2222, false",
        "[web1]:2222, web1:2222, true",
        "2001:db8::1, 2001:db8::1, true",
        "[2001:db8::1]:2222, [2001:db8::1]:2222, true",
        "*.example.com, db.example.com, true",
        "*.example.com, example.com, false",
        "'*.example.com,!db.example.com', db.example.com, false",
        "'!db.example.com,*.example.com', web.example.com, true",
        "192.0.2.?, 192.0.2.7, true",
        "192.0.2.?, 192.0.2.77, false",
        "!web1, web1, false"
    })
    void matchesHostsAsOpenSshDoes(String patterns, String host, boolean expected)
            throws IOException {
        String line = patterns + " " + KEY;
        HostAddress address = HostAddress.parse(host);

        assertThat(!KnownHosts.parse(line).entries(address).isEmpty()).isEqualTo(expected);
        assertThat(sshKeygenFinds(line, address)).isEqualTo(expected);
    }

    @Test
    void trustsUnknownsAndChangesByName() {
        KnownHosts hosts = KnownHosts.parse("web1 " + KEY + " comment\n");
        HostAddress web1 = HostAddress.of("web1");

        assertThat(hosts.decide(web1, key(KEY))).isEqualTo(new HostKeys.Decision.Trusted());
        assertThat(hosts.decide(web1, key(OTHER)))
                .isEqualTo(new HostKeys.Decision.Changed(List.of(key(KEY))));
        assertThat(hosts.decide(HostAddress.of("web2"), key(KEY)))
                .isEqualTo(new HostKeys.Decision.Unknown());
        assertThat(hosts.knownTypes(web1)).containsExactly("ssh-ed25519");
    }

    @Test
    void letsRevocationWinOverTrust() {
        KnownHosts hosts = KnownHosts.parse("web1 " + KEY + "\n@revoked * " + KEY + "\n");

        assertThat(hosts.decide(HostAddress.of("web1"), key(KEY)))
                .isEqualTo(new HostKeys.Decision.Revoked());
    }

    @Test
    void reportsAllProblemsAtOnce() {
        KnownHosts hosts =
                KnownHosts.parse(
                        """
                        # a comment

                        web1
                        web2 ssh-ed25519 not*base64
                        web3 ssh-rsa AAAAC3NzaC1lZDI1NTE5AAAAIJ1v
                        @cert-authority * ssh-ed25519 AAAA
                        |1|short|hash ssh-ed25519 AAAA
                        """
                                + "web4 "
                                + KEY);

        assertThat(hosts.problems())
                .extracting(KnownHosts.Problem::line)
                .containsExactly(3, 4, 5, 6, 7);
        assertThat(hosts.entries(HostAddress.of("web4"))).hasSize(1);
    }

    @Property(tries = 20)
    void findsWhatSshKeygenHashed(
            @ForAll @AlphaChars @StringLength(min = 1, max = 20) String name,
            @ForAll @IntRange(min = 1, max = 65535) int port)
            throws IOException {
        HostAddress address = new HostAddress(name, port);
        Path file = Files.createTempFile("known_hosts", "");
        Files.writeString(file, address + " " + KEY + "\n");
        Tool.run(Tool.SSH_KEYGEN, "-q", "-H", "-f", file.toString());
        String hashed = Files.readString(file);
        Files.delete(file);
        Files.delete(Path.of(file + ".old"));

        assertThat(hashed).startsWith("|1|");
        assertThat(KnownHosts.parse(hashed).decide(address, key(KEY)))
                .isEqualTo(new HostKeys.Decision.Trusted());
    }

    @Property(tries = 200)
    void takesAnyTextWithoutFailing(@ForAll String text) {
        assertThatCode(() -> KnownHosts.parse(text).decide(HostAddress.of("web1"), key(KEY)))
                .doesNotThrowAnyException();
    }

    @Property(tries = 200)
    void accountsForEveryLine(@ForAll List<@StringLength(max = 60) String> texts) {
        String file = String.join("\n", texts);
        long meaningful =
                List.of(file.split("\n", -1)).stream()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                        .count();

        assertThat(KnownHosts.parse(file).problems()).hasSize((int) meaningful);
    }

    @Property(tries = 200)
    void trustsAKeyWhateverSurroundsItsLine(
            @ForAll List<@AlphaChars @StringLength(max = 60) String> noise) {
        String text = String.join("\n", noise);

        assertThat(
                        KnownHosts.parse(text + "\nweb1 " + KEY + "\n" + text)
                                .decide(HostAddress.of("web1"), key(KEY)))
                .isEqualTo(new HostKeys.Decision.Trusted());
    }

    private boolean sshKeygenFinds(String line, HostAddress address) throws IOException {
        Path file = Files.writeString(folder.resolve("known_hosts"), line + "\n");
        Process process =
                new ProcessBuilder(
                                Tool.required(Tool.SSH_KEYGEN),
                                "-F",
                                address.toString(),
                                "-f",
                                file.toString())
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        return process.onExit().join().exitValue() == 0;
    }

    private static HostKey key(String line) {
        String[] fields = line.split(" ", -1);
        return new HostKey(fields[0], fields[1]);
    }
}
