package dev.cadastre.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunTest {
    @TempDir Path folder;

    @Test
    void runsACommandAndReturnsWhatItWrote() throws Exception {
        Path key = Tool.newKey(folder, "ed25519");
        try (Sshd sshd = Sshd.in(folder).start();
                SshConnections connections = new SshConnections(new PinnedHostKeys())) {
            sshd.authorize(key);
            RunResult result =
                    connections.run(
                            sshd.target(key),
                            Command.of("cat; echo err >&2; exit 3")
                                    .reading(
                                            "in\n"
                                                    .getBytes(
                                                            java.nio.charset.StandardCharsets
                                                                    .UTF_8)));
            assertThat(result).as("%s", sshd.log()).isInstanceOf(RunResult.Completed.class);
            RunResult.Completed completed = (RunResult.Completed) result;
            assertThat(completed.output().text()).isEqualTo("in\n");
            assertThat(completed.errors().text()).isEqualTo("err\n");
            assertThat(completed.exit()).isEqualTo(new RunResult.Exit.Status(3));
        }
    }
}
