package dev.cadastre.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(Lifecycle.PER_CLASS)
final class PackagesTest {
    private final Lab lab;
    private final LabHost web1;
    private final LabHost web2;
    private final LabHost database;
    private final LabHost router;

    PackagesTest(@TempDir Path scratch) {
        lab = Lab.open(scratch);
        List<LabHost> hosts =
                lab.hosts(
                        List.of(
                                HostSpec.debian("web1"),
                                HostSpec.debian("web2"),
                                HostSpec.rpm("db1"),
                                HostSpec.busybox("router1")));
        web1 = hosts.get(0);
        web2 = hosts.get(1);
        database = hosts.get(2);
        router = hosts.get(3);
    }

    @AfterAll
    void close() {
        lab.close();
    }

    @Test
    void upgradeOfADebianPackageIsSeenOnThatHostOnlyAndKeepsItsFiles() {
        String files = "dpkg-query -L openssh-server | sort";
        String before = web1.run(files);
        String others = web2.run("dpkg-query -W");

        web1.installPackage("openssh-server", "1:99.9p1-1");

        String version = "dpkg-query -W -f '${db:Status-Status} ${Version} ${Architecture}' ";
        assertThat(Ssh.run(lab, web1, version + "openssh-server"))
                .startsWith("installed 1:99.9p1-1 ")
                .doesNotEndWith(" all");
        assertThat(web1.run(files)).isEqualTo(before);
        assertThat(web1.run("dpkg --verify openssh-server")).isEmpty();
        assertThat(web2.run("dpkg-query -W")).isEqualTo(others);
    }

    @Test
    void aNewDebianPackageComesAndGoes() {
        web2.installPackage("shop", "1.4.2-1");
        assertThat(web2.run("dpkg-query -W shop")).isEqualTo("shop\t1.4.2-1\n");

        web2.removePackage("shop");

        assertThat(web2.run("dpkg-query -W")).doesNotContain("shop");
    }

    @Test
    void rpmHostHoldsTheAwkwardCasesAndNoDpkg() {
        String all =
                Ssh.run(
                        lab,
                        database,
                        "rpm -qa --qf '%{NAME} %{EPOCH} %{VERSION}-%{RELEASE} %{VENDOR}\\n'");
        assertThat(all.lines())
                .contains(
                        "openssl 1 3.0.7-27.el9 Rocky Enterprise Software Foundation",
                        "postgresql16-server 0 16.3-1PGDG.rhel9 PostgreSQL Global Development Group",
                        "shop-api (none) 2.0~rc1-1 Händler & Söhne GmbH, \"Köln\"",
                        "shop-schema (none) 1.4^20260102gitabcdef0-3 (none)");
        assertThat(all.lines().filter(line -> line.startsWith("kernel-core "))).hasSize(3);
        assertThat(
                        database.run(
                                "command -v dpkg dpkg-query apt-get || ls -d /var/lib/dpkg 2>&1 || :"))
                .contains("No such file");
    }

    @Test
    void anRpmPackageIsReplacedAddedAndRemoved() {
        database.installPackage("bind-libs", "32:9.16.23-18.el9_4.6");
        database.installPackage("shop", "1.4.2-1");
        assertThat(database.run("rpm -q --qf '%{EPOCH}:%{VERSION}-%{RELEASE} ' bind-libs shop"))
                .isEqualTo("32:9.16.23-18.el9_4.6 (none):1.4.2-1 ");

        database.removePackage("shop");

        assertThat(database.run("rpm -qa")).doesNotContain("shop-1.4.2");
    }

    @Test
    void anApkRecordIsReplacedAddedAndRemovedAndTheOthersStay() {
        String others = "grep -vE '^$|musl|^V:' /lib/apk/db/installed";
        String before = router.run(others);

        router.installPackage("musl", "1.2.5-r9");
        router.installPackage("shop", "1.4.2-r0");

        assertThat(router.run("grep -A1 -xE 'P:(musl|shop)' /lib/apk/db/installed"))
                .isEqualTo("P:musl\nV:1.2.5-r9\n--\nP:shop\nV:1.4.2-r0\n");

        router.removePackage("shop");

        assertThat(router.run(others)).isEqualTo(before);
    }

    @Test
    void aBusyboxHostHasNothingElse() {
        assertThat(router.run("find / -xdev -type f -perm -100 | grep -vE '^/(lib|lib64)/' | sort"))
                .isEqualTo("/bin/busybox\n/usr/sbin/sshd\n");
    }

    @Test
    void removingWhatIsNotThereFails() {
        for (LabHost host : List.of(database, router)) {
            assertThatThrownBy(() -> host.removePackage("absent")).isInstanceOf(LabException.class);
        }
    }
}
