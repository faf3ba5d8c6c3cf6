package dev.cadastre.lab;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LabHostTest {
    @TempDir private Path scratch;
    private Lab lab;
    private LabHost host;

    @BeforeEach
    void open() {
        lab = Lab.open(scratch);
        host = lab.host(HostSpec.debian("web1").address("10.77.0.11"));
    }

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void runsAsRootAndReportsFailureWithItsOutput() {
        assertThat(host.run("id -un; hostname; pwd")).isEqualTo("root\nweb1\n/\n");
        assertThatThrownBy(() -> host.run("echo half done; echo disk full >&2; exit 3"))
                .isInstanceOf(LabException.class)
                .hasMessageContainingAll("ended with 3", "half done", "disk full");
    }

    @Test
    void awaitsWhatAProgramDoesUntilItEnds() {
        host.launch("root", "sh", "-c", "echo ready >/srv/ready; exec sleep 60")
                .awaitCommand("grep -q ready /srv/ready");

        HostProgram failing = host.launch("root", "sh", "-c", "echo no such database");
        assertThatThrownBy(() -> failing.awaitCommand("false"))
                .isInstanceOf(LabException.class)
                .hasMessageContaining("no such database");
    }

    @Test
    void runsMoreCommandsAtOnceThanTheMachineHasProcessors() {
        int many = Runtime.getRuntime().availableProcessors() + 1;
        List<Callable<String>> waiting =
                Collections.nCopies(
                        many, () -> host.run("until [ -e /srv/go ]; do sleep 0.05; done # waits"));
        List<Callable<String>> all = new ArrayList<>(waiting);
        String count = "ps -e -o args= | grep -c 'wait[s]'";
        all.add(() -> {
            host.run("until [ \"$(%s)\" -ge %d ]; do sleep 0.05; done".formatted(count, many));
            return host.run("touch /srv/go");
        });

        assertThat(AtOnce.perform(all)).hasSize(many + 1);
    }

    @Test
    void seesOnlyItsOwnProcessesAndMounts() {
        assertThat(host.run("ps -e -o args= | head -1")).startsWith("sshd: /usr/sbin/sshd -D");
        assertThat(host.run("cut -d' ' -f2 /proc/mounts").lines())
                .containsExactly("/", "/proc", "/sys", "/dev/pts");
    }

    @Test
    void writesFilesThatItsAccountsCanRead() {
        host.writeFile("/etc/cadastre/facts.d/colour.txt", "colour=blå 'x'\n");
        assertThat(Ssh.run(lab, host, "cat /etc/cadastre/facts.d/colour.txt"))
                .isEqualTo("colour=blå 'x'\n");
    }

    @Test
    void keepsFilesAndKeyOverAStopDuringWhichNobodyAnswers() {
        host.writeFile("/srv/kept", "kept");
        host.stop();
        assertThatThrownBy(() -> Ssh.run(lab, host, "true")).isInstanceOf(LabException.class);
        assertThatThrownBy(() -> host.run("true")).hasMessageContaining("web1 is stopped");

        host.start();

        assertThat(Ssh.run(lab, host, "cat /srv/kept")).isEqualTo("kept");
    }

    @Test
    void pausedHostAcceptsAndIsSilentUntilItResumes() throws IOException {
        host.pause();
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host.address(), host.port()), 5_000);
            socket.setSoTimeout(200);
            assertThatThrownBy(() -> socket.getInputStream().read())
                    .isInstanceOf(SocketTimeoutException.class);

            host.resume();

            socket.setSoTimeout(10_000);
            assertThat(socket.getInputStream().readNBytes(4)).isEqualTo("SSH-".getBytes(US_ASCII));
        }
    }

    @Test
    void rotatedKeyIsRefusedByAClientThatKnowsTheOld() throws IOException {
        Path old = Files.copy(lab.knownHosts(), scratch.resolve("old"));
        host.rotateHostKey();
        assertThatThrownBy(() -> Ssh.run(lab, old, host, "true"))
                .hasMessageContaining("HOST IDENTIFICATION HAS CHANGED");
        assertThat(Ssh.run(lab, host, "hostname")).isEqualTo("web1\n");
    }

    @Test
    void hostThatHangsMidwayGivesTheBeginningAndNoEnd() throws Exception {
        host.conduct(Conduct.HANGS_MIDWAY);
        Process client = client("seq 1 10000");
        try {
            String beginning = new String(client.getInputStream().readNBytes(2_000), US_ASCII);
            assertThat(beginning).startsWith("1\n2\n3\n").hasSize(2_000);
            assertThat(client.waitFor(200, TimeUnit.MILLISECONDS)).isFalse();
            assertThat(client.getInputStream().available()).isZero();
        } finally {
            client.destroyForcibly();
        }
    }

    @Test
    void hostOfEndlessGarbageNeverStops() throws Exception {
        host.conduct(Conduct.ENDLESS_GARBAGE);
        Process client = client("hostname");
        try {
            byte[] garbage = client.getInputStream().readNBytes(20_000_000);
            assertThat(garbage).hasSize(20_000_000);
        } finally {
            client.destroyForcibly();
        }
    }

    private Process client(String command) throws IOException {
        return Command.builder(
                        List.of("ssh", "-F", lab.sshConfig().toString(), host.name(), command))
                .start();
    }
}
