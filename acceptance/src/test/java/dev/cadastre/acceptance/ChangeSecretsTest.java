package dev.cadastre.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.lab.LabHost;
import dev.cadastre.lab.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir private Path folder;

    private ApplicationHosts hosts;

    @BeforeEach
    void start() {
        hosts = ApplicationHosts.start(folder, "guestbook", Role.DJANGO);
    }

    @AfterEach
    void end() {
        hosts.close();
    }

    @Test
    void noSecretIsFoundWhileAChangeRunsAndAfterwards() throws IOException {
        Path change = folder.resolve("change/wait.change");
        Files.createDirectories(folder.resolve("change"));
        Files.writeString(
                change,
                """
                [DEFAULT]
                as = root

                [change]
                name = wait

                [step open]
                op = bundle.open
                bundle = wait

                [step greedy]
                op = command.run
                command = cat; env; touch /tmp/began; until test -e /tmp/go; do sleep 0.1; done

                [step close]
                op = bundle.close
                """);
        ServerStart start =
                ServerStart.at(folder.resolve("home")).option("--estate=" + hosts.estate());
        try (RunningServer server = start.ready()) {
            isNowhere(ChangeRuns.by(server, hosts), change);
            isNowhere(ChangeRuns.offline(hosts, folder.resolve("offline")), change);
        }
        assertThat(files(folder)).isEmpty();
    }

    private void isNowhere(ChangeRuns runs, Path change) {
        hosts.web().forEach(host -> host.run("rm -f /tmp/go /tmp/began"));
        ChangeRuns.Going going = runs.with("-v").begin(change);
        hosts.web()
                .forEach(host ->
                        Waiting.until(
                                LIMIT,
                                () -> host.run("ls /tmp").contains("began"),
                                () -> host.name() + " is not changed: " + going.said()));

        hosts.web().forEach(host -> assertThat(onHost(host)).as(host.name()).isEmpty());
        assertThat(inProcesses("cmdline", "[0-9]*")).isEmpty();
        assertThat(inProcesses("environ", "[0-9]*"))
                .as("only whoever was given it has it")
                .allMatch(line -> line.equals("/proc/%d/environ".formatted(going.process().pid())));
        assertThat(files(folder)).isEmpty();

        hosts.web().forEach(host -> host.run("touch /tmp/go"));
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

    private static java.util.List<String> inProcesses(String file, String processes) {
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
