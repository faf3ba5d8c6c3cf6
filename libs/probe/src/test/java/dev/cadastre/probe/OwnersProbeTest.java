package dev.cadastre.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The real script, run by real shells on this machine. */
class OwnersProbeTest {

    @TempDir private Path folder;

    private static FileOwners asked(String file) throws Exception {
        return asked(file, "sh", Map.of());
    }

    private static FileOwners asked(String file, String shell, Map<String, String> variables)
            throws Exception {
        List<String> words = List.of(shell.split(" ", -1));
        Commands.installed(words.get(0));
        ProcessBuilder builder = new ProcessBuilder(words).directory(Path.of("/").toFile());
        builder.environment().putAll(variables);
        Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (var in = process.getOutputStream()) {
            in.write(OwnersProbe.script(new HostFile(file)).getBytes(StandardCharsets.UTF_8));
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return OwnersParser.parse(output).orElseThrow();
    }

    /** The folders of a merged /usr have two names, of which dpkg knows one. */
    @ParameterizedTest
    @CsvSource({
        "/bin/cat,coreutils",
        "/usr/bin/cat,coreutils",
        "/usr/bin/./cat,coreutils",
        "/usr/bin/[,coreutils",
        "/sbin/ldconfig,libc-bin"
    })
    void agreesWithDpkg(String file, String name) throws Exception {
        Commands.installed("dpkg-query");
        String version =
                Commands.lines("dpkg-query", "-W", "-f", "${Version} ${Architecture}\\n", name)
                        .get(0);

        assertThat(asked(file).owners())
                .extracting(FileOwners.Owner::installed)
                .extracting(item -> item.name() + " " + item.version() + " " + item.arch())
                .contains(name + " " + version);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dash -u", "busybox sh", "bash --posix", "mksh"})
    void answersTheSameUnderEveryShell(String shell) throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("a 'link'"), Path.of("/bin/cat"));

        FileOwners owners = asked(link.toString(), shell, Map.of());

        assertThat(owners.kind()).isEqualTo(FileOwners.Kind.LINK);
        assertThat(owners.owners())
                .extracting(owner -> owner.installed().name() + " " + owner.byTarget())
                .containsExactly("coreutils true");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "it's",
                "'; touch canary; '",
                "$(touch canary)",
                "`touch canary`",
                "%(touch canary)",
                "-n",
                "*",
                "b[a]c?\\d",
                "two\nlines",
                "two\n/bin/cat",
                "ends with a line feed\n",
                "ä ☃ \t\u001b"
            })
    void takesEveryCharacterOfANameAsItIs(String name) throws Exception {
        Path file = Files.createFile(folder.resolve(name.replace('/', '|')));
        Path nested = folder.resolve(name.startsWith("two\n/") ? "two\n/bin/cat" : name);
        if (!Files.exists(nested)) {
            Files.createDirectories(nested.getParent());
            Files.createFile(nested);
        }

        assertThat(asked(nested.toString()).owners()).isEmpty();
        assertThat(asked(nested.toString()).kind()).isEqualTo(FileOwners.Kind.FILE);
        assertThat(asked(file + "x").kind()).isEqualTo(FileOwners.Kind.MISSING);
        assertThat(folder.resolve("canary")).doesNotExist();
        assertThat(Path.of("/canary")).doesNotExist();
    }

    @Test
    void tellsWhoShouldHaveAFileThatIsGone() throws Exception {
        Path tree = folder.resolve("root");
        copy("alpine/installed", tree.resolve("lib/apk/db/installed"));

        FileOwners owners =
                asked(
                        "/lib/ld-musl-x86_64.so.1",
                        "busybox sh",
                        Map.of("CADASTRE_ROOT", tree.toString()));

        assertThat(owners.kind()).isEqualTo(FileOwners.Kind.MISSING);
        assertThat(owners.owners())
                .extracting(owner -> owner.installed().name() + " " + owner.installed().version())
                .containsExactly("musl 1.2.5-r0");
        assertThat(owners.managers()).containsExactly("apk");
    }

    @Test
    void asksRpm() throws Exception {
        Path work = Files.createDirectories(folder.resolve("build"));
        Path file = Files.writeString(folder.resolve("tool"), "x");
        Path spec =
                Files.writeString(
                        work.resolve("one.spec"),
                        """
                        Name: tool
                        Epoch: 4
                        Version: 2.0~rc1
                        Release: 1.el9
                        Vendor: Example Works
                        Summary: x
                        License: x
                        BuildArch: noarch
                        %%description
                        x
                        %%install
                        mkdir -p %%{buildroot}%1$s
                        cp %1$s/tool %%{buildroot}%1$s/tool
                        %%files
                        %1$s/tool
                        """
                                .formatted(folder));
        Commands.lines("rpmbuild", "-bb", "--quiet", "--define", "_topdir " + work, spec + "");
        Path tree = folder.resolve("root");
        Path database = Files.createDirectories(tree.resolve("var/lib/rpm"));
        Commands.lines(
                "rpm",
                "--dbpath",
                database.toString(),
                "-i",
                "--justdb",
                "--nodeps",
                work.resolve("RPMS/noarch/tool-2.0~rc1-1.el9.noarch.rpm").toString());

        FileOwners owners = asked(file.toString(), "sh", Map.of("CADASTRE_ROOT", tree.toString()));

        assertThat(owners.owners())
                .singleElement()
                .satisfies(owner -> {
                    assertThat(owner.installed().version()).isEqualTo("4:2.0~rc1-1.el9");
                    assertThat(owner.installed().vendor()).isEqualTo("Example Works");
                    assertThat(owner.file()).isEqualTo(file.toString());
                });
    }

    @Test
    void asksTheRecordsOfPythonAndTheManifestsOfNpm() throws Exception {
        Path site = folder.resolve("venv/lib/python3.11/site-packages");
        write(site.resolve("Flask-2.0.dist-info/METADATA"), "Name: Flask\nVersion: 2.0\n\nName: x");
        write(
                site.resolve("Flask-2.0.dist-info/RECORD"),
                "../../../bin/flask,x,1\nflask/app.py,,\n");
        write(site.resolve("flask/app.py"), "");
        write(folder.resolve("venv/bin/flask"), "");
        Path modules = folder.resolve("lib/node_modules/@vue/cli");
        write(modules.resolve("package.json"), "{\"name\":\"@vue/cli\",\"version\":\"5.0.8\"}");
        write(modules.resolve("bin/vue.js"), "");
        Path vue = Files.createSymbolicLink(folder.resolve("vue"), modules.resolve("bin/vue.js"));

        assertThat(named(site.resolve("flask/app.py"))).containsExactly("Flask 2.0");
        assertThat(named(folder.resolve("venv/bin/flask"))).containsExactly("Flask 2.0");
        assertThat(named(site.resolve("flask"))).isEmpty();
        assertThat(named(vue)).containsExactly("@vue/cli 5.0.8");
    }

    private static List<String> named(Path file) throws Exception {
        return asked(file.toString()).owners().stream()
                .map(owner -> owner.installed().name() + " " + owner.installed().version())
                .toList();
    }

    private static void copy(String resource, Path file) throws IOException {
        write(file, Corpus.text(resource));
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void tidiesPathsAndRefusesWhatNoHostCanHave() {
        assertThat(new HostFile("//usr/./bin//x/").path()).isEqualTo("/usr/bin/x");
        assertThat(new HostFile("/").path()).isEqualTo("/");
        for (String path : List.of("", "x", "-x", "/a\0b", "/a/../b", "/" + "x".repeat(4095))) {
            assertThatThrownBy(() -> new HostFile(path))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(new HostFile("/" + "x".repeat(4094)).path()).hasSize(4095);
    }
}
