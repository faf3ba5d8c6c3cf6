package dev.cadastre.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.lab.HostSpec;
import dev.cadastre.lab.Lab;
import dev.cadastre.lab.LabHost;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The life of the .rpm on a system that knows RPM only. */
class RpmPackageTest {

    @TempDir private static Path folder;

    private static Lab lab;
    private static LabHost host;
    private static InstalledServer server;

    @BeforeAll
    static void open() {
        lab = Lab.open(folder);
        host = lab.host(HostSpec.rpm("installed"));
        server = new InstalledServer(host);
    }

    @AfterAll
    static void close() {
        lab.close();
    }

    /** The laboratory's RPM database does not list what its programs came from. */
    private static String rpm(String flags, boolean later) {
        String file = Packages.send(Packages.rpm(later), host);
        String said = server.run("rpm --root / --nodeps %s %s 2>&1".formatted(flags, file));
        server.run("rm " + file);
        return said;
    }

    @Test
    void isInstalledStartedUpgradedAndErasedWithItsDataKept() {
        assertThat(rpm("--install", false))
                .contains("cadastre: installed; start it by", "cadastre login --link");
        assertThat(server.run("/etc/init.d/cadastre start")).contains("cadastre: ready at");
        server.awaitInventory();
        assertThat(server.firstPage()).contains("installed");
        server.run("sed -i 's/^#limit = 10s$/limit = 7s/' /etc/cadastre/cadastre.conf");

        rpm("--upgrade", true);

        assertThat(server.run("rpm -q --qf '%{VERSION}' cadastre")).isEqualTo(Packages.LATER);
        assertThat(server.run("/etc/init.d/cadastre status")).contains("runs as process");
        assertThat(server.run("cadastre hosts -o names")).contains("installed");
        assertThat(server.run("cadastre config show")).contains("limit = 7s");
        assertThat(server.run("rpm --verify cadastre || :")).doesNotContain("missing");

        assertThat(server.run("rpm --erase cadastre 2>&1"))
                .contains("are kept", "/etc/cadastre, as .rpmsave");
        assertThat(server.run("ls /var/lib/cadastre")).contains("cli-token", "postgres");
        assertThat(server.tried("ls /usr/lib/cadastre")).contains("No such file");
        assertThat(server.run("cat /etc/cadastre/cadastre.conf.rpmsave")).contains("limit = 7s");
    }
}
