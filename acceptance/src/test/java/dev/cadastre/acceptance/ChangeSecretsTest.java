package dev.cadastre.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.lab.LabHost;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The password for sudo is nowhere but where whoever gives it has put it: not on hosts, not on
 * disk, not in lists of processes, not in what is printed.
 */
class ChangeSecretsTest {

    /** Finds the password, but not the command that looks for it. */
    private static final String PATTERN = "swordfis[h]-4711";

    @TempDir private Path folder;

    private HeldChange change;

    @BeforeEach
    void start() {
        change = HeldChange.start(folder, "as = root");
    }

    @AfterEach
    void end() {
        change.close();
    }

    @Test
    void noSecretIsFoundWhileAChangeRunsAndAfterwards() {
        try (RunningServer server = change.server()) {
            isNowhere(ChangeRuns.by(server, change.hosts()));
            isNowhere(ChangeRuns.offline(change.hosts(), folder.resolve("offline")));
        }
        assertThat(files(folder)).isEmpty();
    }

    private void isNowhere(ChangeRuns runs) {
        change.hold();
        ChangeRuns.Going going = runs.with("-v").begin(change.file());
        change.awaitBegun(going);

        change.hosts().web().forEach(host -> assertThat(onHost(host)).as(host.name()).isEmpty());
        assertThat(inProcesses("cmdline", "[0-9]*")).isEmpty();
        assertThat(inProcesses("environ", "[0-9]*"))
                .as("only whoever was given it has it")
                .allMatch(line -> line.equals("/proc/%d/environ".formatted(going.process().pid())));
        assertThat(files(folder)).isEmpty();

        change.letGo();
        ChangeRuns.Ended ended = going.ended(0);
        assertThat(ended.ran().out() + ended.ran().err()).doesNotContain("swordfish");
        assertThat(runs.run("show", ended.id(), "-o", "json").exited(0).out())
                .doesNotContain("swordfish");
    }

    private static String onHost(LabHost host) {
        return host.run(
                "grep -lsaE '%s' /proc/[0-9]*/cmdline /proc/[0-9]*/environ || :;".formatted(PATTERN)
                        + " grep -rlsaE '%s' /etc /home /opt /root /run /tmp /var || :"
                                .formatted(PATTERN));
    }

    private static List<String> inProcesses(String file, String processes) {
        return Programs.run(
                        "sh",
                        "-c",
                        "grep -lsaE '%s' /proc/%s/%s || :".formatted(PATTERN, processes, file))
                .exited(0)
                .out()
                .lines()
                .toList();
    }

    /** The homes of server and command line, the database and all logs are there. */
    private static String files(Path below) {
        return Programs.run(
                        "sh",
                        "-c",
                        "grep -rlsaE --exclude-dir=lab '%s' '%s' || :".formatted(PATTERN, below))
                .exited(0)
                .out();
    }
}
