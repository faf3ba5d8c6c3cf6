package dev.cadastre.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Understands what hosts print that are not this machine. */
class ReadersTest {

    @Test
    void understandsTheReportOfADebianHost() throws IOException {
        Report report = ProbeRun.parsed(Corpus.text("debian/report.txt"));

        assertThat(report.fact("os.id")).contains(new FactValue.Text("debian"));
        assertThat(report.identity().sshHostKeys())
                .extracting(SshHostKey::type)
                .contains("ssh-ed25519");
        assertThat(report.packages()).hasSizeGreaterThan(80);
        assertThat(report.sections())
                .allSatisfy(outcome -> assertThat(outcome.status().complete()).isTrue());
    }

    @Test
    void understandsSystemd() throws IOException {
        Report report =
                Corpus.section(
                        "daemons",
                        "+systemd-units\n"
                                + marked("systemd/units")
                                + "+systemd-files\n"
                                + marked("systemd/files")
                                + "+systemd-processes\n|ssh.service 712\n");

        assertThat(report.daemons())
                .containsExactly(
                        systemd("apache2", Daemon.State.FAILED, true, null),
                        systemd("apt-daily", Daemon.State.STOPPED, null, null),
                        systemd("networking", Daemon.State.DONE, true, null),
                        systemd("nfs-blkmap", Daemon.State.STOPPED, false, null),
                        systemd("postgresql@15-main", Daemon.State.RUNNING, null, null),
                        systemd("ssh", Daemon.State.RUNNING, true, 712));
    }

    @Test
    void saysWhoSignedAnRpm() {
        Report report =
                Corpus.section(
                        "packages-rpm",
                        "|bash\t5.1.8-9.el9\tx86_64\tbash-5.1.8-9.el9.src.rpm\tRocky Enterprise"
                                + " Software Foundation\tRocky Linux Build System\tRSA/SHA256, Tue Feb"
                                + "  6 12:00:00 2024, Key ID 702D426D350D275D\n"
                                + "|gpg-pubkey\t350d275d-6279464b\t(none)\t(none)\t(none)\tRocky\t(none)");

        assertThat(report.packages().get(0).signingKey()).isEqualTo("702d426d350d275d");
        assertThat(report.packages().get(1).arch()).isNull();
        assertThat(report.packages().get(1).vendor()).isEqualTo("Rocky");
    }

    @ParameterizedTest
    @CsvSource({
        "6.1.0-25-amd64, /boot/vmlinuz-6.1.0-26-amd64, true",
        "6.1.0-25-amd64, /boot/vmlinuz-6.1.0-9-amd64, false",
        "6.1.0-25-amd64, /boot/vmlinuz-6.1.0-26-cloud-amd64, false",
        "6.1.0-25-amd64, /boot/vmlinuz-6.1.0-25-amd64, false",
        "5.14.0-427.13.1.el9_4.x86_64, /lib/modules/5.14.0-503.11.1.el9_5.x86_64/vmlinuz, true",
        "5.14.0-427.13.1.el9_4.x86_64, /boot/vmlinuz-0-rescue-0123456789abcdef, false"
    })
    void knowsWhetherANewerKernelWaits(String running, String installed, boolean needed) {
        Report report =
                Corpus.section(
                        "system",
                        "+/proc/sys/kernel/osrelease\n|" + running + "\n+kernels\n|" + installed);

        assertThat(report.fact("reboot.needed")).contains(new FactValue.Flag(needed));
        assertThat(report.fact("reboot.reason").isPresent()).isEqualTo(needed);
    }

    @ParameterizedTest
    @CsvSource({
        "CentOS release 6.10 (Final), centos, 6.10",
        "Red Hat Enterprise Linux Server release 5.11 (Tikanga), rhel, 5.11"
    })
    void knowsSystemsWithoutOsRelease(String line, String id, String version) {
        Report report = Corpus.section("system", "+/etc/redhat-release\n|" + line);

        assertThat(report.fact("os.id")).contains(new FactValue.Text(id));
        assertThat(report.fact("os.version")).contains(new FactValue.Text(version));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Default string", "0", "00000000", "Not Specified", "xxxxxxxx", " "})
    void takesNoPlaceholderForAnIdentity(String serial) {
        Report report =
                Corpus.section(
                        "identity",
                        "+/sys/class/dmi/id/product_serial\n|"
                                + serial
                                + "\n+/sys/class/dmi/id/product_uuid\n"
                                + "|03000200-0400-0500-0006-000700080009\n"
                                + "+/etc/machine-id\n|00000000000000000000000000000000");

        assertThat(report.identity()).isEqualTo(Identity.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "web1.example.com, web1, 127.0.0.1 localhost, web1.example.com",
        "web1, web1, 127.0.1.1 web1.example.com web1, web1.example.com",
        "web1, web1.example.org, 127.0.1.1 web1, web1.example.org",
        "web1, web1, 127.0.1.1 web1, "
    })
    void findsTheFullNameWhereTheHostKeepsIt(
            String hostname, String file, String hosts, String fqdn) {
        Report report =
                Corpus.section(
                        "identity",
                        "+/proc/sys/kernel/hostname\n|"
                                + hostname
                                + "\n+/etc/hostname\n|"
                                + file
                                + "\n+/etc/hosts\n|"
                                + hosts
                                + "\n+/proc/sys/kernel/domainname\n|(none)");

        assertThat(report.identity().fqdn()).isEqualTo(fqdn);
    }

    @Test
    void findsAddressesWithoutTheIpCommand() {
        Report report =
                Corpus.section(
                        "network",
                        """
                        +/proc/net/fib_trie
                        |  +-- 10.77.0.0/16 2 0 2
                        |     |-- 10.77.0.0
                        |        /16 link UNICAST
                        |     |-- 10.77.0.9
                        |        /32 host LOCAL
                        |     |-- 127.0.0.1
                        |        /32 host LOCAL
                        +/proc/net/if_inet6
                        |fd000000000000000000000000000002 04 40 00 82     eth0
                        |fd000000000000000123456789abcdef 04 40 00 01     eth0
                        +/proc/net/route
                        |Iface	Destination	Gateway 	Flags	RefCnt	Use	Metric	Mask
                        |eth0	00004D0A	00000000	0001	0	0	0	0000FFFF	0	0	0
                        |eth0	00000000	01004D0A	0003	0	0	0	00000000	0	0	0\
                        """);

        assertThat(report.fact("interface.eth0.addresses"))
                .contains(new FactValue.Items(List.of("10.77.0.9/16", "fd00::2/64")));
        assertThat(report.fact("route.default"))
                .contains(new FactValue.Items(List.of("10.77.0.1 dev eth0")));
    }

    @Test
    void tellsOfMountsThatHoldFiles() {
        Report report =
                Corpus.section(
                        "storage",
                        """
                        +/proc/mounts
                        |/dev/sda1 / ext4 rw,relatime 0 0
                        |proc /proc proc rw 0 0
                        |nas:/pool /mnt/my\\040pool nfs4 ro,hard 0 0
                        |overlay /var/lib/docker/overlay2/x/merged overlay rw 0 0
                        +/sys/block/sda/size
                        |2048
                        +/sys/block/loop0/size
                        |8\
                        """);

        assertThat(report.facts())
                .extracting(fact -> fact.name() + "=" + fact.value().text())
                .containsExactly(
                        "disk.sda.size=1048576",
                        "mount./.device=/dev/sda1",
                        "mount./.readonly=false",
                        "mount./.type=ext4",
                        "mount./mnt/my pool.device=nas:/pool",
                        "mount./mnt/my pool.readonly=true",
                        "mount./mnt/my pool.type=nfs4");
    }

    @Test
    void tellsNoSizesOfWhatComesAndGoesWithContainers() {
        Report report =
                Corpus.section(
                        "storage-usage",
                        "|/dev/sda1 100 40 60 40% /\n"
                                + "|overlay 100 40 60 40% /var/lib/docker/overlay2/x/merged");

        assertThat(report.facts())
                .extracting(Fact::name)
                .containsExactly("mount./.free", "mount./.size", "mount./.used");
    }

    private static Daemon systemd(
            String name,
            Daemon.State state,
            @org.jspecify.annotations.Nullable Boolean enabled,
            @org.jspecify.annotations.Nullable Integer pid) {
        return new Daemon(name, state, enabled, pid, Daemon.Init.SYSTEMD);
    }

    private static String marked(String name) throws IOException {
        return Corpus.lines(name).stream()
                .map(line -> "|" + line + "\n")
                .collect(Collectors.joining());
    }
}
