package dev.cadastre.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.probe.SectionOutcome.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hosts whose tools and mounts are not those of this machine. */
class StandInsTest {

    @TempDir private Path folder;

    @Test
    void takesTheSystemsProgramsAndNotThoseThatAPersonPrefers() throws Exception {
        for (String name : List.of("date", "awk", "sleep", "ls", "df", "ip")) {
            program(name, "echo not the real thing\nexit 9");
        }

        assertThat(new ProbeRun().preferring(folder).report().sections())
                .allSatisfy(outcome -> assertThat(outcome.status().complete()).isTrue());
    }

    /** A host that systemd has started, in a namespace of its own. */
    private ProbeRun systemd() {
        String groups = "/sys/fs/cgroup/system.slice/";
        return new ProbeRun()
                .by(
                        "unshare",
                        "--map-root-user",
                        "--mount",
                        "sh",
                        "-ec",
                        "mount -t tmpfs none /run; mount -t tmpfs none /sys/fs/cgroup;"
                                + " mkdir -p /run/systemd/system "
                                + groups
                                + "ssh.service "
                                + groups
                                + "system-postgresql.slice/postgresql@16-main.service;"
                                + " echo 712 >"
                                + groups
                                + "ssh.service/cgroup.procs; echo 812 >"
                                + groups
                                + "system-postgresql.slice/postgresql@16-main.service/cgroup.procs;"
                                + " exec sh")
                .programs(folder);
    }

    private static SectionOutcome outcome(Report report, Section.Kind kind) {
        return report.outcome(Section.of(kind)).orElseThrow();
    }

    private void program(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + text + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void dist(Path tree, String site, String name) throws IOException {
        file(
                tree,
                site + "/" + name + "-1.0.dist-info/METADATA",
                "Name: " + name + "\nVersion: 1.0\n");
    }

    private static void file(Path tree, String path, String text) throws IOException {
        Path file = tree.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                path.endsWith("package.json")
                        ? "{\"name\":\"" + text + "\",\"version\":\"1.0\"}"
                        : text);
    }
}
