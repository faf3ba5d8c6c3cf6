package dev.cadastre.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Describes file trees of hosts that this machine is not. */
class TreesTest {

    @TempDir private Path tree;

    @BeforeEach
    void beSure() {
        Commands.installed("rpm");
        Commands.installed("rpmbuild");
    }

    @Test
    void readsAnRpmDatabaseAsRpmDoes() throws Exception {
        install("tool", "1.2", "3", "");
        install("epochal", "2.0~rc1", "1.el9", "Epoch: 4\nVendor: Example Works\n");
        install("kernel", "5.14.0", "427.el9", "");
        install("kernel", "5.14.0", "503.el9", "");
        Report report = new ProbeRun().root(tree).report();

        assertThat(report.outcome(Section.of(Section.Kind.PACKAGES_RPM)).orElseThrow().status())
                .isEqualTo(SectionOutcome.Status.COLLECTED);
        assertThat(report.packages())
                .filteredOn(p -> p.type() == PackageType.RPM)
                .extracting(p -> p.name() + " " + p.version() + "." + p.arch())
                .containsExactlyInAnyOrderElementsOf(
                        Commands.lines(
                                "rpm",
                                "--dbpath",
                                tree.resolve("var/lib/rpm").toString(),
                                "-qa",
                                "--qf",
                                "%{NAME} %|EPOCH?{%{EPOCH}:}|%{VERSION}-%{RELEASE}.%{ARCH}\\n"))
                .contains("epochal 4:2.0~rc1-1.el9.noarch")
                .hasSize(4);
        assertThat(report.packages())
                .filteredOn(p -> p.name().equals("epochal"))
                .singleElement()
                .satisfies(p -> {
                    assertThat(p.vendor()).isEqualTo("Example Works");
                    assertThat(p.source()).isEqualTo("epochal");
                    assertThat(p.sourceVersion()).isEqualTo("2.0~rc1-1.el9");
                    assertThat(p.signingKey()).isNull();
                });
    }

    @Test
    void readsApkAndOpenRc() throws Exception {
        copy("alpine/installed", "lib/apk/db/installed");
        copy("alpine/os-release", "etc/os-release");
        for (String name : List.of("sshd", "crond", "hostname")) {
            file("etc/init.d/" + name, "#!/sbin/openrc-run\n");
        }
        Files.createDirectories(tree.resolve("run/openrc/started"));
        Files.createSymbolicLink(
                tree.resolve("run/openrc/started/sshd"), Path.of("/etc/init.d/sshd"));
        Files.createDirectories(tree.resolve("etc/runlevels/default"));
        Files.createSymbolicLink(
                tree.resolve("etc/runlevels/default/sshd"), Path.of("/etc/init.d/sshd"));
        Report report = new ProbeRun().by("busybox", "sh").root(tree).report();

        assertThat(report.fact("os.id")).contains(new FactValue.Text("alpine"));
        assertThat(report.fact("os.version")).contains(new FactValue.Text("3.20.3"));
        assertThat(report.packages())
                .filteredOn(p -> p.type() == PackageType.APK)
                .extracting(p -> p.name() + " " + p.version() + " " + p.source())
                .containsExactlyInAnyOrder(
                        "busybox 1.36.1-r29 busybox",
                        "libcrypto3 3.3.2-r0 openssl",
                        "musl 1.2.5-r0 musl");
        assertThat(report.daemons())
                .containsExactly(
                        openrc("crond", Daemon.State.STOPPED, false),
                        openrc("hostname", Daemon.State.STOPPED, false),
                        openrc("sshd", Daemon.State.RUNNING, true));
    }

    @Test
    void keepsPythonRootsApart() throws Exception {
        dist("usr/lib/python3/dist-packages", "requests-2.28.1.dist-info", "requests", "2.28.1");
        dist(
                "srv/shop/venv/lib/python3.11/site-packages",
                "Flask_Login-0.6.dist-info",
                "Flask-Login",
                "0.6");
        file("srv/shop/venv/pyvenv.cfg", "version = 3.11.2\n");
        Files.createSymbolicLink(tree.resolve("srv/shop/venv/lib64"), Path.of("lib"));
        Files.createSymbolicLink(tree.resolve("srv/current"), Path.of("shop"));
        dist(
                "home/ann/.pyenv/versions/3.12.1/lib/python3.12/site-packages",
                "pip-23.2.1.dist-info",
                "pip",
                "23.2.1");
        dist(
                "home/bob/miniconda3/envs/ml/lib/python3.9/site-packages",
                "numpy-1.26.0.dist-info",
                "numpy",
                "1.26.0");
        dist(
                "opt/rh/rh-python38/root/usr/lib/python3.8/site-packages",
                "six-1.16.0.dist-info",
                "six",
                "1.16.0");
        file(
                "usr/lib/python3/dist-packages/distro_info-1.5.egg-info",
                "Name: distro-info\nVersion: 1.5\n");
        Report report = new ProbeRun().root(tree).report();

        assertThat(report.packages())
                .filteredOn(p -> p.type() == PackageType.PYPI)
                .extracting(p -> p.root() + " " + p.name() + " " + p.version())
                .containsExactlyInAnyOrder(
                        "null distro-info 1.5",
                        "null requests 2.28.1",
                        "/home/ann/.pyenv/versions/3.12.1 pip 23.2.1",
                        "/home/bob/miniconda3/envs/ml numpy 1.26.0",
                        "/opt/rh/rh-python38 six 1.16.0",
                        "/srv/shop/venv Flask-Login 0.6");
    }

    @Test
    void readsGlobalNodeModulesAndRuntimes() throws Exception {
        file(
                "usr/lib/node_modules/npm/package.json",
                "{\"author\":{\"name\":\"x\"},\"name\":\"npm\",\"version\":\"10.8.2\"}");
        file(
                "usr/lib/node_modules/@vue/cli/package.json",
                "{\"version\":\"5.0.8\",\"name\":\"@vue/cli\"}");
        file("usr/lib/node_modules/torn/package.json", "{\"name\":\"torn\",");
        file(
                "home/ann/.nvm/versions/node/v22.1.0/lib/node_modules/npm/package.json",
                "{\"name\":\"npm\",\"version\":\"10.7.0\"}");
        file("home/ann/.nvm/versions/node/v22.1.0/bin/node", "");
        file("usr/lib/jvm/jdk-21/release", "IMPLEMENTOR=\"Example\"\nJAVA_VERSION=\"21.0.4\"\n");
        file("usr/bin/node", "");
        file(
                "usr/include/node/node_version.h",
                "#define NODE_MAJOR_VERSION 20\n#define NODE_MINOR_VERSION 3\n#define NODE_PATCH_VERSION 1\n");
        file("usr/lib/postgresql/15/bin/postgres", "");
        Report report = new ProbeRun().root(tree).report();

        assertThat(report.packages())
                .filteredOn(p -> p.type() == PackageType.NPM)
                .extracting(p -> p.root() + " " + p.name() + " " + p.version())
                .containsExactlyInAnyOrder(
                        "null @vue/cli 5.0.8",
                        "null npm 10.8.2",
                        "/home/ann/.nvm/versions/node/v22.1.0 npm 10.7.0");
        assertThat(report.outcome(Section.of(Section.Kind.PACKAGES_NPM)).orElseThrow().reason())
                .contains("torn");
        assertThat(report.runtimes())
                .extracting(r -> r.kind() + " " + r.version() + " " + r.path())
                .contains(
                        "java 21.0.4 /usr/lib/jvm/jdk-21",
                        "node 20.3.1 /usr/bin/node",
                        "node 22.1.0 /home/ann/.nvm/versions/node/v22.1.0/bin/node",
                        "postgres 15 /usr/lib/postgresql/15/bin/postgres");
    }

    @Test
    void prefersWhatDpkgHasNotMergedYet() throws Exception {
        file(
                "var/lib/dpkg/status",
                stanza("tool", "install ok installed", "1.0")
                        + stanza("gone", "deinstall ok config-files", "1"));
        file("var/lib/dpkg/updates/0000", stanza("tool", "install ok installed", "1.1"));
        file("var/lib/dpkg/status.d/base", stanza("base", "install ok installed", "12"));
        Report report = new ProbeRun().root(tree).report();

        assertThat(report.packages())
                .filteredOn(p -> p.type() == PackageType.DEB)
                .extracting(p -> p.name() + " " + p.version())
                .containsExactlyInAnyOrder("base 12", "tool 1.1");
    }

    private static String stanza(String name, String status, String version) {
        return "Package: %s\nStatus: %s\nArchitecture: all\nVersion: %s\nDescription: x\n\n"
                .formatted(name, status, version);
    }

    private static Daemon openrc(String name, Daemon.State state, boolean enabled) {
        return new Daemon(name, state, enabled, null, Daemon.Init.OPENRC);
    }

    private void dist(String site, String folder, String name, String version) throws IOException {
        file(
                site + "/" + folder + "/METADATA",
                "Metadata-Version: 2.1\nName: "
                        + name
                        + "\nVersion: "
                        + version
                        + "\n\nVersion: no\n");
    }

    private void copy(String resource, String path) throws IOException {
        file(path, Corpus.text(resource));
    }

    private void file(String path, String text) throws IOException {
        Path file = tree.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** Builds a package without files and puts it into the tree's database. */
    private void install(String name, String version, String release, String more)
            throws IOException, InterruptedException {
        Path work = tree.resolve("build");
        Files.createDirectories(work);
        Path spec =
                Files.writeString(
                        work.resolve("one.spec"),
                        "Name: "
                                + name
                                + "\nVersion: "
                                + version
                                + "\nRelease: "
                                + release
                                + "\n"
                                + more
                                + "Summary: x\nLicense: x\nBuildArch: noarch\n%description\nx\n%files\n");
        Commands.lines(
                "rpmbuild", "-bb", "--quiet", "--define", "_topdir " + work, spec.toString());
        Path database = Files.createDirectories(tree.resolve("var/lib/rpm"));
        Commands.lines(
                "rpm",
                "--dbpath",
                database.toString(),
                "-i",
                "--justdb",
                "--nodeps",
                "--force",
                "--oldpackage",
                work.resolve("RPMS/noarch/" + name + "-" + version + "-" + release + ".noarch.rpm")
                        .toString());
    }
}
