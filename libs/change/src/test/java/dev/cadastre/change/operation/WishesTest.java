package dev.cadastre.change.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of a wish before any host is asked. */
class WishesTest {

    @ParameterizedTest
    @ValueSource(strings = {"etc/motd", "", "/etc/../motd", "/etc/./motd", "/a\0b"})
    void wantsPathsFromTheRoot(String path) {
        assertThatThrownBy(() -> new CopyFile("f", path, FileRights.ANY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("path");
    }

    @Test
    void writesPathsAndModesInOneForm() {
        assertThat(new EnsureDirectory("//srv///shop/", FileRights.mode("755")))
                .isEqualTo(new EnsureDirectory("/srv/shop", FileRights.mode("0755")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw", "99", "0888", "07777"})
    void wantsModesInOctal(String mode) {
        assertThatThrownBy(() -> FileRights.mode(mode)).hasMessageContaining("octal");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-o", "a b", "a;b", "a=$(id)", "a=", ""})
    void wantsNamesOfPackages(String text) {
        if (text.endsWith("=")) {
            assertThat(PackageWish.of(text).version()).isEmpty();
        } else {
            assertThatThrownBy(() -> PackageWish.of(text)).hasMessageContaining("not a name");
        }
    }

    @ParameterizedTest
    @CsvSource({"PORT,localhost", "PORT,a b:1", "URL,ftp://x/", "URL,not at all", "FILE,relative"})
    void wantsWhatCanBeWaitedFor(WaitFor.Form form, String what) {
        assertThatThrownBy(() -> new WaitFor(form, what, Duration.ZERO))
                .hasMessageContaining("cannot wait");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "* * * *", "every day", "@daily now", "* * * * * *"})
    void wantsSchedulesOfCron(String schedule) {
        assertThatThrownBy(() -> new EnsureCron("n", "", schedule, "true"))
                .hasMessageContaining("schedule");
    }

    @Test
    void refusesWhatWouldBreakFilesOfTheSystem() {
        assertThatThrownBy(() -> new EnsureCron("n", "", "@daily", "a\nb"))
                .hasMessageContaining("one line");
        assertThatThrownBy(() -> EnsureUser.system("shop", "/srv:x"))
                .hasMessageContaining("/etc/passwd");
        assertThatThrownBy(() -> EnsureDaemon.of("a b")).hasMessageContaining("daemon");
        assertThatThrownBy(() -> new RunTest("a", List.of(), "b", RunTest.Form.TAP, false))
                .hasMessageContaining("either");
    }

    @Test
    void fillsTemplatesWithTheValuesOfTheHost() {
        Rendering rendering = (text, values) -> text.replace("{{port}}", values.get("port"));
        TemplateFile template = new TemplateFile("t", "/etc/f", FileRights.ANY, rendering);
        Parts parts = Parts.none().file("t", "port = {{port}}\n").value("port", "80 & \"more\"");
        assertThat(template.script(parts).variables())
                .containsEntry("content", "port = 80 & \"more\"\n");
    }

    @Test
    void cannotUndoWhatWasNotTold() {
        Map<String, String> nothing = Map.of();
        List<Undoable> all =
                List.of(
                        new CopyFile("f", "/f", FileRights.ANY),
                        new TemplateFile("f", "/f", FileRights.ANY, (text, values) -> text),
                        new CopyFolder("f", "/f", FileRights.ANY, "", false),
                        new UnpackArchive("f", "/f", false, FileRights.ANY),
                        new EnsureDirectory("/f", FileRights.ANY),
                        InstallPackages.of("a"),
                        new RemovePackages(List.of("a"), true),
                        new HoldPackages(List.of("a"), true),
                        EnsureUser.system("a", "/a"),
                        EnsureDaemon.of("a"),
                        new EnsureCron("a", "", "@daily", "true"),
                        new PythonVenv("/a", ""),
                        new MigrateDatabase("2", "a", "b", "c", "d", "e"));
        for (Undoable operation : all) {
            assertThat(operation.undo(nothing)).as(operation.toString()).isEmpty();
        }
    }
}
