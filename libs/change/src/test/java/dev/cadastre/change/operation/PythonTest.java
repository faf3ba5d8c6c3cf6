package dev.cadastre.change.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadastre.change.script.Script;
import dev.cadastre.change.script.ScriptAnswer;
import dev.cadastre.change.script.ScriptAnswer.Kind;
import dev.cadastre.change.script.ScriptRun;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Virtual environments and wheels, by this machine's Python. */
class PythonTest {

    private static final String PYTHON = "/usr/bin/python3";

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"dash", "busybox ash"})
    void makesAnEnvironmentInstallsUpgradesAndTakesItAway(String shell) throws Exception {
        PythonVenv venv = new PythonVenv(host() + "/the venv", PYTHON);
        ScriptAnswer made = Rounds.changes(run(shell), host(), venv.script(Parts.none()));
        InstallWheels install = new InstallWheels("wheels", venv.target());
        Parts one =
                Parts.none()
                        .file(
                                "wheels/shop-1.0-py3-none-any.whl",
                                wheel("shop", "1.0", "one", "dep"))
                        .file("wheels/dep-1.0-py3-none-any.whl", wheel("dep", "1.0", "d", ""))
                        .file("wheels/README", "no wheel");
        if (hasNoPip(venv)) {
            one.file("wheels/" + pip().getFileName(), Files.readAllBytes(pip()));
        }
        ScriptAnswer installed = Rounds.changes(run(shell), host(), install.script(one));
        assertThat(installed.wishes()).contains("install shop-1.0-py3-none-any.whl");
        assertThat(printed(venv)).isEqualTo("one\n");

        // The same version, built again.
        one.file("wheels/shop-1.0-py3-none-any.whl", wheel("shop", "1.0", "another", "dep"));
        Script script = install.script(one);
        ScriptAnswer looked = run(shell).look(script);
        assertThat(looked.lacks()).containsExactly("shop-1.0-py3-none-any.whl");
        Script narrowed = install.narrowed(script, one, looked);
        assertThat(narrowed.payload().size()).isLessThan(8000);
        Rounds.changes(run(shell), host(), narrowed);
        assertThat(printed(venv)).isEqualTo("another\n");

        Script undo = venv.undo(made.before()).orElseThrow();
        Rounds.changes(run(shell), host(), undo);
        assertThat(host()).isEmptyDirectory();
        assertThat(run(shell).look(install.script(one)).code()).isEqualTo("no-venv");
    }

    @Test
    void saysWhatIsMissing() throws Exception {
        PythonVenv venv = new PythonVenv(host() + "/venv", PYTHON);
        run("dash").apply(venv.script(Parts.none()));
        Parts parts =
                Parts.none()
                        .file(
                                "w/shop-1.0-py3-none-any.whl",
                                wheel("shop", "1.0", "x", "absent-one"));
        if (hasNoPip(venv)) {
            parts.file("w/" + pip().getFileName(), Files.readAllBytes(pip()));
        }
        ScriptAnswer answer =
                run("dash").apply(new InstallWheels("w", venv.target()).script(parts));
        assertThat(answer.kind()).isEqualTo(Kind.FAILED);
        assertThat(answer.code()).isEqualTo("not-whole");
        assertThat(answer.output()).contains("absent-one");

        PythonVenv none = new PythonVenv(host() + "/other", "python9");
        assertThat(run("dash").look(none.script(Parts.none())).code()).isEqualTo("no-python");
        Files.createDirectories(host().resolve("full/of"));
        PythonVenv full = new PythonVenv(host() + "/full", PYTHON);
        Rounds.refused(run("dash"), host(), full.script(Parts.none()), "not-empty");
    }

    @Test
    void makesAnEnvironmentOfAnotherPythonAnew() throws Exception {
        PythonVenv venv = new PythonVenv(host() + "/venv", PYTHON);
        run("dash").apply(venv.script(Parts.none()));
        Path config = host().resolve("venv/pyvenv.cfg");
        Files.writeString(
                config, Files.readString(config).replaceAll("version = 3\\.\\d+", "version = 3.1"));
        ScriptAnswer answer = Rounds.changes(run("dash"), host(), venv.script(Parts.none()));
        assertThat(answer.wishes()).singleElement().asString().contains("anew", "of Python 3.1 ");
    }

    @Test
    void refusesWhatIsNoWheel() {
        InstallWheels install = new InstallWheels("w", "/venv");
        assertThatThrownBy(() -> install.script(Parts.none().file("w/a-1-py3-none-any.whl", "x")))
                .hasMessageContaining("no wheel");
        assertThatThrownBy(() -> install.script(Parts.none().file("w/README", "x")))
                .hasMessage("there is no wheel in w");
    }

    private static boolean hasNoPip(PythonVenv venv) {
        return !Files.exists(Path.of(venv.target(), "bin/pip"));
    }

    /** The wheel of pip that Debian's Python or virtualenv carries. */
    private static Path pip() throws IOException {
        try (var paths = Files.walk(Path.of("/usr/share/python-wheels"))) {
            return paths.filter(path -> path.getFileName().toString().startsWith("pip-"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("apt-get install python3-pip-whl"));
        }
    }

    private static String printed(PythonVenv venv) throws Exception {
        Process process =
                new ProcessBuilder(venv.target() + "/bin/python", "-m", "shop")
                        .redirectErrorStream(true)
                        .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static byte[] wheel(String name, String version, String prints, String needs)
            throws IOException {
        String info = name + "-" + version + ".dist-info/";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            entry(zip, name + ".py", "print('" + prints + "')\n");
            entry(
                    zip,
                    info + "METADATA",
                    "Metadata-Version: 2.1\nName: "
                            + name
                            + "\nVersion: "
                            + version
                            + "\n"
                            + (needs.isEmpty() ? "" : "Requires-Dist: " + needs + "\n"));
            entry(
                    zip,
                    info + "WHEEL",
                    "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n");
            entry(
                    zip,
                    info + "RECORD",
                    name
                            + ".py,,\n"
                            + info
                            + "METADATA,,\n"
                            + info
                            + "WHEEL,,\n"
                            + info
                            + "RECORD,,\n");
        }
        return bytes.toByteArray();
    }

    private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private Path host() throws IOException {
        return Files.createDirectories(folder.resolve("host"));
    }

    private ScriptRun run(String shell) throws IOException {
        return new ScriptRun(shell, folder.resolve("run"));
    }
}
