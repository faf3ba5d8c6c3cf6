package dev.cadastre.lab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The laboratory inside the laboratory: the script does not mind where it starts. */
final class InLabTest {
    private static final String IN_LAB = Path.of("bin/in-lab").toAbsolutePath().toString();

    @Test
    void passesInputOutputArgumentsAndStatusThrough() {
        assertThat(
                        Command.run(
                                List.of(IN_LAB, "sh", "-c", "cat; echo \"$1\"", "sh", "two  words"),
                                "input\n".getBytes(UTF_8)))
                .isEqualTo("input\ntwo  words\n");
        assertThatThrownBy(() -> Command.run(IN_LAB, "sh", "-c", "exit 42"))
                .hasMessageContaining("ended with 42");
    }

    @Test
    void hasANetworkOfItsOwnWithoutAWayOut() {
        assertThat(Command.run(IN_LAB, "ip", "route")).doesNotContain("default");
        assertThat(Command.run(IN_LAB, "readlink", "/proc/self/ns/net"))
                .isNotEqualTo(Command.run("readlink", "/proc/self/ns/net"));
        assertThat(Command.run(IN_LAB, "sh", "-c", "ip netns add one && ip netns"))
                .isEqualTo("one\n");
        assertThat(Path.of("/run/netns/one")).doesNotExist();
    }

    @Test
    void leavesNothingWhenKilledOutright() throws Exception {
        Process lab = started("setsid sleep 86398 & echo started; exec sleep 86397");
        lab.destroyForcibly().waitFor();
        awaitGone("sleep 86398");
        awaitGone("sleep 86397");
    }

    @Test
    void passesTheRequestToStopOnAndLeavesNothing() throws Exception {
        Process lab = started("setsid sleep 86396 & trap 'exit 9' TERM; echo started; wait");
        lab.destroy();
        assertThat(lab.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(lab.exitValue()).isEqualTo(9);
        awaitGone("sleep 86396");
    }

    @Test
    void nobodyButRootIsToldWhatToDo() throws IOException {
        byte[] script = Files.readAllBytes(Path.of(IN_LAB));
        assertThatThrownBy(() ->
                        Command.run(
                                List.of(
                                        "setpriv",
                                        "--reuid=65534",
                                        "--clear-groups",
                                        "sh",
                                        "-s",
                                        "true"),
                                script))
                .hasMessageContainingAll("ended with 2", "need root", "run it again under sudo");
    }

    private static Process started(String shell) throws IOException {
        Process lab = Command.builder(List.of(IN_LAB, "sh", "-c", shell)).start();
        InputStream output = lab.getInputStream();
        assertThat(output.readNBytes(8)).isEqualTo("started\n".getBytes(UTF_8));
        return lab;
    }

    private static void awaitGone(String command) throws Exception {
        for (ProcessHandle process : ProcessHandle.allProcesses().toList()) {
            if (commandLine(process).startsWith(command)) {
                process.onExit().get(10, TimeUnit.SECONDS);
            }
        }
    }

    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"))
                    .replace('\0', ' ');
        } catch (IOException _) {
            return "";
        }
    }
}
