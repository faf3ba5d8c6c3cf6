package dev.cadastre.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.probe.SectionOutcome.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeBoxTest {

    private static final ProbeLimits SHORT =
            new ProbeLimits(Duration.ofSeconds(2), Duration.ofSeconds(30), 1 << 20);

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"dash", "busybox sh", "bash", "mksh"})
    void stopsAHungToolWithItsChildrenAndGoesOn(String shell) throws Exception {
        Path tree = Files.createDirectories(folder.resolve("root"));
        Files.createDirectories(tree.resolve("var/lib/rpm"));
        Files.createFile(tree.resolve("var/lib/rpm/rpmdb.sqlite"));
        Path pids = folder.resolve("pids");
        program("rpm", "echo half a li\nsleep 1000 &\necho $$ $! >" + pids + "\nwait\necho never");

        Report report =
                new ProbeRun()
                        .by(shell.split(" ", -1))
                        .root(tree)
                        .programs(folder)
                        .script(Probe.script(List.of(), SHORT))
                        .report();

        SectionOutcome rpm = report.outcome(Section.of(Section.Kind.PACKAGES_RPM)).orElseThrow();
        assertThat(rpm.status()).isEqualTo(Status.TIMED_OUT);
        assertThat(rpm.reason()).contains("time limit");
        assertThat(rpm.took()).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
        assertThat(report.sections())
                .filteredOn(outcome -> outcome.section().kind() != Section.Kind.PACKAGES_RPM)
                .allSatisfy(outcome -> assertThat(outcome.status().complete()).isTrue());
        for (String pid : Files.readString(pids).strip().split(" ", -1)) {
            assertThat(alive(pid)).as("process " + pid + " of the hung tool lives").isFalse();
        }
    }

    /** A zombie is dead, and waits for whoever adopted it. */
    private static boolean alive(String pid) throws IOException {
        Path stat = Path.of("/proc", pid, "stat");
        return Files.exists(stat) && !Files.readString(stat).contains(") Z ");
    }

    private void program(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + text + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
