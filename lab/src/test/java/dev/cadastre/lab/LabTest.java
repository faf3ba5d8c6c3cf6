package dev.cadastre.lab;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LabTest {
    @TempDir private Path scratch;

    @Test
    void hostsOfEveryPlatformAnswerOverSsh() {
        try (Lab lab = Lab.open(scratch)) {
            List<LabHost> hosts =
                    lab.hosts(
                            List.of(
                                    HostSpec.debian("web1").address("10.77.0.11"),
                                    HostSpec.rpm("db1").port(2222),
                                    HostSpec.busybox("router1").address("fd00:77::13")));
            for (LabHost host : hosts) {
                assertThat(Ssh.run(lab, host, "whoami; hostname; cat /etc/machine-id"))
                        .isEqualTo("ops\n%s\n%s\n".formatted(host.name(), host.machineId()));
            }
            assertThat(hosts).extracting(LabHost::machineId).doesNotHaveDuplicates();
            assertThat(hosts).extracting(LabHost::publicKey).doesNotHaveDuplicates();
        }
    }

    @Test
    void aHundredHostsStartAtOnce() throws IOException {
        try (Lab lab = Lab.open(scratch)) {
            List<LabHost> hosts =
                    lab.hosts(
                            IntStream.rangeClosed(1, 100)
                                    .mapToObj(number -> HostSpec.debian("host" + number))
                                    .toList());
            for (LabHost host : hosts) {
                try (Socket socket = new Socket(host.address(), host.port())) {
                    socket.setSoTimeout(30_000);
                    assertThat(socket.getInputStream().readNBytes(4))
                            .isEqualTo("SSH-".getBytes(US_ASCII));
                }
            }
            assertThat(hosts).extracting(LabHost::publicKey).doesNotHaveDuplicates();
        }
    }

    @Test
    void hostsReachOneAnother() {
        try (Lab lab = Lab.open(scratch)) {
            lab.hosts(
                    List.of(
                            HostSpec.debian("web1").address("10.77.0.11"),
                            HostSpec.busybox("db1").address("10.77.0.12")));
            assertThat(
                            Command.run(
                                    "ssh",
                                    "-F",
                                    lab.sshConfig().toString(),
                                    "-J",
                                    "web1",
                                    "db1",
                                    "hostname"))
                    .isEqualTo("db1\n");
        }
    }

    @Test
    void aCloneHasTheMachineIdOfItsOriginalAndAKeyOfItsOwn() {
        try (Lab lab = Lab.open(scratch)) {
            LabHost original = lab.host(HostSpec.debian("web1"));
            LabHost clone = lab.host(HostSpec.debian("web2").machineId(original.machineId()));
            assertThat(clone.run("cat /etc/machine-id"))
                    .isEqualTo(original.run("cat /etc/machine-id"));
            assertThat(clone.publicKey()).isNotEqualTo(original.publicKey());
        }
    }

    @Test
    void closingLeavesNothing() throws Exception {
        Lab lab = Lab.open(scratch);
        LabHost host = lab.host(HostSpec.debian("web1"));
        host.run("setsid sleep 86399 >/dev/null 2>&1 </dev/null &");
        assertThat(ProcessHandle.allProcesses().map(LabTest::commandLine))
                .anyMatch(line -> line.contains("sleep 86399"));
        lab.host(HostSpec.debian("web2")).stop();

        lab.close();

        assertThat(ProcessHandle.allProcesses().map(LabTest::commandLine))
                .noneMatch(line -> line.contains("sleep 86399") || line.contains("sshd"));
        assertThat(Files.readString(Path.of("/proc/mounts"))).doesNotContain(scratch.toString());
        assertThat(Command.run("ip", "-oneline", "link", "show", "master", "lab0")).isEmpty();
        assertThat(scratch).isEmptyDirectory();
    }

    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"))
                    .replace('\0', ' ');
        } catch (IOException _) {
            return "";
        }
    }

    @Test
    void laboratoriesSideBySideKeepTheirHostsApart() throws Exception {
        Path other = Files.createDirectory(scratch.resolve("other"));
        try (Lab first = Lab.open(scratch)) {
            LabHost host = first.host(HostSpec.debian("web1").address("10.77.0.11"));
            try (Lab second = Lab.open(other)) {
                second.host(HostSpec.debian("web1").address("10.77.0.12"));
            }
            assertThat(Ssh.run(first, host, "hostname")).isEqualTo("web1\n");
        }
    }

    @Test
    void aHostThatCannotStartIsNamedWithTheReasonAndTheOthersStay() {
        try (Lab lab = Lab.open(scratch)) {
            LabHost standing = lab.host(HostSpec.debian("web1"));
            assertThatThrownBy(() ->
                            lab.hosts(
                                    List.of(
                                            HostSpec.debian("web1"),
                                            HostSpec.debian("web2").address("10.77.1.999"))))
                    .isInstanceOf(LabException.class)
                    .hasMessageContaining("there is already a host web1")
                    .hasMessageContaining("host web2 could not start")
                    .hasMessageContaining("10.77.1.999");
            assertThat(Ssh.run(lab, standing, "hostname")).isEqualTo("web1\n");
        }
    }

    @Test
    void specificationsThatCouldNotBecomeAHostAreRefused() {
        HostSpec host = HostSpec.debian("web1");
        assertThatThrownBy(() -> HostSpec.debian("../web1")).hasMessageContaining("../web1");
        assertThatThrownBy(() -> host.address("192.0.2.1")).hasMessageContaining("192.0.2.1");
        assertThatThrownBy(() -> host.port(65536)).hasMessageContaining("65536");
        assertThatThrownBy(() -> host.machineId("ABC")).hasMessageContaining("ABC");
    }
}
