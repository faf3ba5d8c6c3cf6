package dev.cadastre.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.lab.HostSpec;
import dev.cadastre.lab.Lab;
import dev.cadastre.lab.LabHost;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The life of the .deb on a system without Java and without systemd. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DebianPackageTest {

    private static final String CONFIGURATION = "/etc/cadastre/cadastre.conf";

    @TempDir private static Path folder;

    private static Lab lab;
    private static LabHost host;
    private static InstalledServer server;

    @BeforeAll
    static void open() {
        lab = Lab.open(folder);
        host = lab.host(HostSpec.debian("installed"));
        server = new InstalledServer(host);
        // Without an init system dpkg would start nothing.
        host.writeFile("/usr/sbin/policy-rc.d", "#!/bin/sh\nexit 0\n");
        host.run("chmod 0755 /usr/sbin/policy-rc.d");
    }

    @AfterAll
    static void close() {
        lab.close();
    }

    private static String install(boolean later) {
        String file = Packages.send(Packages.deb(later), host);
        String said = server.run("dpkg -i " + file + " 2>&1");
        server.run("rm " + file);
        return said;
    }

    @Test
    @Order(1)
    void startsTheServerWhichInventoriesItsMachineAndLetsThemIn() {
        assertThat(server.tried("java -version; psql --version")).contains("not found");

        assertThat(install(false))
                .contains("cadastre: ready at http://localhost:7780", "cadastre login --link");

        server.awaitInventory();
        assertThat(server.run("cadastre host installed packages -o names")).contains("libc6");
        assertThat(server.firstPage()).contains("installed");
        assertThat(server.run("man -w cadastre 2>&1 || ls /usr/share/man/man1/cadastre.1.gz"))
                .contains("cadastre.1.gz");
    }

    @Test
    @Order(2)
    void runsAsItsOwnAccountWithNoMoreRightsThanItNeeds() {
        String status =
                server.run("cat /proc/$(cat /run/cadastre/cadastre.pid)/status | tr '\\t' ' '");
        String account = server.run("id -u cadastre").strip();

        assertThat(status).contains("Uid: " + account, "NoNewPrivs: 1", "CapBnd: 00000000000000e0");
        assertThat(server.run("stat -c '%U %a' /var/lib/cadastre")).contains("cadastre 700");
        // Where root writes, the account cannot have put a link.
        assertThat(server.run("stat -c %U /run/cadastre /run/cadastre/cadastre.pid"))
                .isEqualTo("root\nroot\n");
        assertThat(server.run("stat -c '%U %a' /var/log/cadastre/console.log"))
                .isEqualTo("cadastre 640\n");
        assertThat(server.run("find /usr/lib/cadastre /etc/cadastre ! -user root")).isEmpty();
        assertThat(server.tried("su nobody -s /bin/sh -c 'ls /var/lib/cadastre'"))
                .contains("Permission denied");
    }

    @Test
    @Order(3)
    void refusesASecondServerOnItsHomeAndAHomeOfAnother() {
        String second =
                "su cadastre -s /bin/sh -c 'HOME=/var/lib/cadastre cadastre up --port 7799'";
        assertThat(server.tried(second))
                .contains("Another server instance", "works on /var/lib/cadastre", "ended with 1");

        assertThat(server.tried("cadastre up --port 7799"))
                .contains(
                        "The home /var/lib/cadastre belongs to cadastre, and this program runs as root",
                        "ended with 1");
    }

    @Test
    @Order(4)
    void saysAllMistakesOfAConfigurationAtOnce() {
        host.writeFile(
                "/tmp/bad.conf",
                """
                [server]
                port = 0
                home = data
                prot = 1
                listen = a b
                anonymous-read = yes
                [database]
                password = s3cret
                connections = 0
                [colection]
                interval = 5m
                [search]
                limit = 10
                [mail]
                tls = maybe
                """);

        String said = server.tried("cadastre up --config /tmp/bad.conf");

        assertThat(said).contains("ended with 1").doesNotContain("s3cret");
        assertThat(said.lines().filter(line -> line.contains("/tmp/bad.conf:"))).hasSize(10);
    }

    @Test
    @Order(5)
    void goesOnWhereItIsToStartAgainWithAConfigurationThatIsWrong() {
        server.run("cp -p " + CONFIGURATION + " /root/good && echo 'prot = 1' >>" + CONFIGURATION);

        assertThat(server.tried("/etc/init.d/cadastre restart"))
                .contains(CONFIGURATION + ":", "prot", "cadastre goes on as it is", "ended with 1");
        assertThat(server.run("/etc/init.d/cadastre status")).contains("cadastre runs as process");

        server.run("cp -p /root/good " + CONFIGURATION);
        assertThat(server.run("/etc/init.d/cadastre restart"))
                .contains("cadastre: ready at http://localhost:7780");
    }

    @Test
    @Order(6)
    void keepsOneServerWhereTwoAreStartedAtOnce() {
        server.run("/etc/init.d/cadastre stop");

        assertThat(
                        server.run(
                                "/etc/init.d/cadastre start & first=$!;"
                                        + " /etc/init.d/cadastre start; wait $first"))
                .contains("cadastre: ready at http://localhost:7780", "cadastre runs already");
        assertThat(server.run("/etc/init.d/cadastre status")).contains("cadastre runs as process");
    }

    @Test
    @Order(7)
    void keepsDataAndConfigurationInAnUpgrade() {
        server.run("sed -i 's/^#limit = 10s$/limit = 7s/' " + CONFIGURATION);
        String before = server.run("cadastre host installed -o json | grep -o '\"id\":[0-9]*'");

        assertThat(install(true)).contains("cadastre: ready at http://localhost:7780");

        assertThat(server.run("dpkg-query -W -f '${Version}' cadastre")).isEqualTo(Packages.LATER);
        assertThat(server.run("cadastre host installed -o json | grep -o '\"id\":[0-9]*'"))
                .isEqualTo(before);
        assertThat(server.run("cadastre config show")).contains("limit = 7s");
    }

    @Test
    @Order(8)
    void restoresABackupAsTheManualSays() {
        String block =
                MarkdownBlocks.ofChapter("27-backup.md").stream()
                        .filter(each -> each.heading().equals("Where a package is installed"))
                        .findFirst()
                        .orElseThrow()
                        .text();
        // It has had no secret yet, and therefore made no key.
        server.run(
                "head -c 32 /dev/urandom | base64 | install -o cadastre -g cadastre -m 600"
                        + " /dev/stdin /var/lib/cadastre/master.key");
        server.run("cadastre backup cadastre.backup");

        assertThat(
                        server.run(
                                "set -e; { "
                                        + block.replaceAll(
                                                "systemctl (\\w+) (\\w+)", "/etc/init.d/$2 $1")
                                        + "} 2>&1"))
                .contains("is restored into /var/lib/cadastre", "cadastre: ready at")
                .doesNotContain("find:");
        assertThat(server.run("cadastre hosts -o names")).contains("installed");
    }

    @Test
    @Order(9)
    void goesBackToTheEarlierVersion() {
        String file = Packages.send(Packages.deb(false), host);

        String said = server.run("apt-get install -qq -y --allow-downgrades " + file + " 2>&1");

        assertThat(said).contains("cadastre: ready at http://localhost:7780");
        assertThat(server.run("dpkg-query -W -f '${Version}' cadastre"))
                .isNotEqualTo(Packages.LATER);
        assertThat(server.run("cadastre hosts -o names")).contains("installed");
        server.run("rm " + file);
    }

    @Test
    @Order(10)
    void keepsDataWhenRemovedAndHasThemAgainWhenInstalledAgain() {
        String said = server.run("dpkg -r cadastre 2>&1");

        assertThat(said).contains("/var/lib/cadastre", "are kept");
        assertThat(server.run("ls /usr/lib/cadastre 2>&1 || :")).contains("No such file");
        assertThat(server.run("cat " + CONFIGURATION)).contains("limit = 7s");
        assertThat(server.tried("ps -u cadastre -o comm=")).doesNotContain("postgres", "java");

        assertThat(install(true)).contains("cadastre: ready at");
        assertThat(server.run("cadastre hosts -o names")).contains("installed");
    }

    @Test
    @Order(11)
    void deletesWhatItSaysWhenPurged() {
        String said = server.run("dpkg -P cadastre 2>&1");

        assertThat(said)
                .contains(
                        "deleting /var/lib/cadastre",
                        "master key",
                        "deleting /var/log/cadastre",
                        "deleting the account cadastre");
        assertThat(
                        server.run(
                                "ls -d /var/lib/cadastre /var/log/cadastre /etc/cadastre"
                                        + " /etc/init.d/cadastre /run/cadastre 2>/dev/null || :"))
                .isEmpty();
        assertThat(server.tried("id cadastre")).contains("no such user");
    }
}
