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
        for (String name : List.of("date", "awk", "sleep", "ls", "df", "ip", "ss")) {
            program(name, "echo not the real thing\nexit 9");
        }

        assertThat(new ProbeRun().preferring(folder).report().sections())
                .allSatisfy(outcome -> assertThat(outcome.status().complete()).isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"dash", "busybox sh", "bash", "mksh"})
    void looksAroundTheFilesOfAnotherMachine(String shell) throws Exception {
        Path tree = Files.createDirectories(folder.resolve("root")).toRealPath();
        dist(tree, "opt/here/lib/python3.11/site-packages", "near");
        dist(tree, "opt/a share/lib/python3.11/site-packages", "far");
        dist(tree, "opt/deep/share/lib/python3.11/site-packages", "far");
        dist(tree, "opt/deep/own/venv/lib/python3.11/site-packages", "deeper");
        dist(tree, "opt/.local/share/pipx/venvs/tool/lib/python3.11/site-packages", "piped");
        dist(tree, "usr/local/lib/python3.11/dist-packages", "far");
        dist(tree, "home/ann/lib/python3.11/site-packages", "ann");
        dist(tree, "home/bob/lib/python3.11/site-packages", "far");
        file(tree, "opt/here/lib/node_modules/near/package.json", "near");
        file(tree, "opt/a share/lib/node_modules/far/package.json", "far");
        file(tree, "usr/local/lib/node_modules/far/package.json", "far");
        file(tree, "usr/local/bin/node", "");
        file(tree, "opt/rubies/ruby-3.2.1/bin/ruby", "");
        file(tree, "opt/jdk/release", "JAVA_VERSION=\"21.0.4\"\n");
        file(tree, "opt/a share/release", "JAVA_VERSION=\"17.0.1\"\n");
        Path mounts =
                Files.writeString(
                        folder.resolve("mounts"),
                        """
                        nas:/a %1$s/opt/a\\040share nfs4 rw 0 0
                        nas:/b %1$s/opt/deep/share nfs rw 0 0
                        //nas/c %1$s/usr/local cifs rw 0 0
                        auto %1$s/home/bob autofs rw 0 0
                        /dev/sdb1 %1$s/opt/here ext4 rw 0 0
                        """
                                .formatted(tree));
        Report report = new ProbeRun().by(shell.split(" ", -1)).root(tree).mounts(mounts).report();

        assertThat(report.packages())
                .filteredOn(p -> p.type() == PackageType.PYPI)
                .extracting(InstalledPackage::name)
                .containsExactlyInAnyOrder("near", "deeper", "piped", "ann");
        assertThat(report.packages())
                .filteredOn(p -> p.type() == PackageType.NPM)
                .extracting(InstalledPackage::name)
                .containsExactly("near");
        assertThat(report.runtimes())
                .extracting(InstalledRuntime::path)
                .contains("/opt/rubies/ruby-3.2.1/bin/ruby", "/opt/jdk")
                .doesNotContain("/usr/local/bin/node", "/opt/a share");
        assertThat(outcome(report, Section.Kind.PACKAGES_PYTHON).status())
                .isEqualTo(Status.COLLECTED);
        assertThat(outcome(report, Section.Kind.PACKAGES_PYTHON).reason())
                .contains("/opt/a share", "/opt/deep/share", "/usr/local", "/home/bob")
                .doesNotContain("/opt/here", tree.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"exit 0", "echo '1: lo inet 127.0.0.1/8'; exit 2"})
    void doesNotBelieveAToolThatFailsOrHasNothingToSay(String answer) throws Exception {
        program("ip", answer);
        Report report = new ProbeRun().programs(folder).report();

        assertThat(outcome(report, Section.Kind.NETWORK).status()).isEqualTo(Status.FAILED);
        assertThat(outcome(report, Section.Kind.NETWORK).reason()).contains("ip -o addr");
    }

    @Test
    void findsTheProcessesOfTemplatedUnits() throws Exception {
        program(
                "systemctl",
                "case $1 in\nlist-units) echo 'postgresql@16-main.service loaded active running x'"
                        + "\necho 'ssh.service loaded active running x' ;;\n"
                        + "*) echo 'ssh.service enabled enabled' ;;\nesac");
        Report report = systemd().report();

        assertThat(report.daemons())
                .extracting(daemon -> daemon.name() + " " + daemon.mainPid())
                .containsExactly("postgresql@16-main 812", "ssh 712");
        assertThat(outcome(report, Section.Kind.DAEMONS).status()).isEqualTo(Status.COLLECTED);
    }

    @Test
    void doesNotBelieveAServiceManagerThatDoesNotAnswer() throws Exception {
        program(
                "systemctl",
                "[ $1 = list-units ] || exit 1\necho 'ssh.service loaded active running x'");
        SectionOutcome daemons = outcome(systemd().report(), Section.Kind.DAEMONS);

        assertThat(daemons.status()).isEqualTo(Status.FAILED);
        assertThat(daemons.reason()).contains("systemctl list-unit-files");
    }

    @Test
    void asksForTheSpaceOfWhatStaysAndIsOpen() throws Exception {
        Path open = Files.createDirectories(folder.resolve("my disk"));
        Path mounts =
                Files.writeString(
                        folder.resolve("mounts"),
                        """
                        overlay / overlay rw 0 0
                        /dev/sdb1 %s ext4 rw 0 0
                        /dev/sdb1 /srv ext4 rw 0 0
                        /dev/sdc1 /nonexistent/closed xfs rw 0 0
                        overlay /var/lib/docker/overlay2/x/merged overlay rw 0 0
                        overlay /usr overlay rw 0 0
                        nas:/x /mnt nfs4 rw 0 0
                        """
                                .formatted(open.toString().replace(" ", "\\040")));
        program("df", "shift\nfor point; do echo \"x 10 4 6 40% $point\"; done");
        Report report = new ProbeRun().programs(folder).mounts(mounts).report();

        assertThat(report.facts())
                .filteredOn(fact -> fact.section().kind() == Section.Kind.STORAGE_USAGE)
                .extracting(Fact::name)
                .filteredOn(name -> name.endsWith(".size"))
                .containsExactly("mount./.size", "mount." + open + ".size");
        assertThat(outcome(report, Section.Kind.STORAGE_USAGE).status())
                .isEqualTo(Status.COLLECTED);
        assertThat(outcome(report, Section.Kind.STORAGE_USAGE).reason())
                .contains("/nonexistent/closed");
    }

    @Test
    void asksNobodyForTheSpaceOfOtherMachines() throws Exception {
        Path mounts =
                Files.writeString(
                        folder.resolve("mounts"),
                        "nas:/x /nonexistent/x nfs4 rw 0 0\nauto /nonexistent/y autofs rw 0 0\n");
        program("df", "echo 'x 10 4 6 40% /'");
        Report report = new ProbeRun().programs(folder).mounts(mounts).report();

        assertThat(outcome(report, Section.Kind.STORAGE_USAGE).status()).isEqualTo(Status.ABSENT);
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
