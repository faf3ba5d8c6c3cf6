package dev.cadastre.change.portable;

import static dev.cadastre.change.portable.GeneratedOperations.RENDERING;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.change.Operation;
import dev.cadastre.change.ScriptContext;
import dev.cadastre.change.ScriptOperation;
import dev.cadastre.change.archive.ChangeFolder;
import dev.cadastre.change.archive.FolderContext;
import dev.cadastre.change.file.ChangeFile;
import dev.cadastre.change.file.ChangeFileReading;
import dev.cadastre.change.operation.CopyFile;
import dev.cadastre.change.operation.CopyFolder;
import dev.cadastre.change.operation.FileRights;
import dev.cadastre.change.operation.RunTest;
import dev.cadastre.change.script.Script;
import dev.cadastre.change.script.ScriptAnswer;
import dev.cadastre.ini.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Built-in operations as people write them. */
class BuiltInOperationsTest {

    private static final ChangeFolder FILES =
            ChangeFolder.of(
                    Map.of("motd", "x".getBytes(UTF_8), "t", "#!/x".getBytes(UTF_8)), Set.of());

    private static ChangeFileReading read(String step) {
        return ChangeFile.read(
                "x.change",
                ("[change]\nname = x\n[step s]\n" + step).getBytes(UTF_8),
                BuiltInOperations.catalogue(RENDERING));
    }

    private static Operation written(String step) {
        ChangeFileReading reading = read(step);
        assertThat(reading.problems()).isEmpty();
        return reading.file().orElseThrow().change().jobs().get(0).operation();
    }

    @ParameterizedTest
    @CsvSource({"conf, true, ''", "conf/, false, conf", "./, false, ''", "conf/a/, false, conf/a"})
    void tellFilesFromFolders(String source, boolean isFile, String folder) {
        Operation read =
                ChangeFile.made(
                        written("op = files.copy\ntarget = /x\nsource = " + source), Map.of());

        assertThat(read)
                .isEqualTo(
                        isFile
                                ? new CopyFile(source, "/x", FileRights.ANY)
                                : new CopyFolder(folder, "/x", FileRights.ANY, "", false));
    }

    @ParameterizedTest
    @CsvSource({
        "'op = files.copy\nsource = a\ntarget = /b\ndelete = yes', source = a/",
        "'op = wait.for', one thing",
        "'op = wait.for\nport = a:1\nfile = /x', one thing",
        "'op = test.run\ncommand = x\nform = perl', nagios or tap",
        "'op = test.run', either a file or a command",
        "'op = user.ensure\naccount = ro:ot', account",
        "'op = cron.ensure\nentry = x\ncommand = y', schedule"
    })
    void sayWhatMakesNoSense(String step, String why) {
        List<Problem> problems = read(step).file().orElseThrow().problems(Map.of(), path -> true);

        assertThat(problems).extracting(Problem::code).containsExactly("change.step-wrong");
        assertThat(problems.get(0).message()).contains(why);
    }

    @Test
    void undoAndNarrowThemselvesAlsoIfTheyWereWritten() {
        ScriptContext context = FolderContext.host(FILES, "web1", Map.of("to", "/etc/motd"));
        Map<String, String> before = Map.of("wrote", "sha256:1", "state", "absent");
        ScriptOperation copy =
                (ScriptOperation) written("op = files.copy\nsource = motd\ntarget = ${to}");
        CopyFile plain = new CopyFile("motd", "/etc/motd", FileRights.ANY);

        assertThat(copy.undo(context, before)).isNotNull().isEqualTo(plain.undo(context, before));
        assertThat(copy.summary()).isEqualTo("motd, ${to}");
        ScriptOperation test = (ScriptOperation) written("op = test.run\nfile = t");
        Script script = RunTest.file("t").script(context);
        ScriptAnswer nothing =
                new ScriptAnswer(
                        ScriptAnswer.Kind.UNCHANGED, "", "", List.of(), List.of(), Map.of(), "");
        assertThat(test.narrowed(script, context, nothing)).isEqualTo(script);
        assertThat(test.summary()).isEqualTo("t");
    }

    @Test
    void readTheExampleOfTheFormat() throws Exception {
        String page = Files.readString(Path.of("../../docs/formats/change.md"));
        int from = page.indexOf("```ini\n") + "```ini\n".length();
        ChangeFileReading reading =
                ChangeFile.read(
                        "shop.change",
                        page.substring(from, page.indexOf("```", from)).getBytes(UTF_8),
                        BuiltInOperations.catalogue(RENDERING));

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.file().orElseThrow().problems(Map.of("environment", "qa"), path -> true))
                .isEmpty();
    }

    @Test
    void tellOfFilesThatAreNotThere() {
        String text =
                """
                [change]
                name = shop
                [step conf]
                op = files.template
                template = ${name}.mustache
                target = /etc/shop
                [step site]
                op = files.copy
                source = site/
                target = /srv/site
                [step own]
                op = ./ops/warm-up
                [step there]
                op = files.copy
                source = there
                target = /srv/there
                """;

        ChangeFileReading reading =
                ChangeFile.read(
                        "shop.change",
                        text.getBytes(UTF_8),
                        BuiltInOperations.catalogue(RENDERING));

        assertThat(
                        reading.file()
                                .orElseThrow()
                                .problems(Map.of("name", "nope"), Set.of("there")::contains))
                .extracting(problem -> problem.line() + " " + problem.code())
                .containsExactly(
                        "5 change.file-missing", "9 change.file-missing", "12 change.file-missing");
    }

    /** What the pages of the formats name is what there is. */
    @Test
    void areAllDocumented() throws Exception {
        String pages =
                Files.readString(Path.of("../../docs/formats/operations.md"))
                        + Files.readString(Path.of("../../docs/formats/change.md"));
        BuiltInOperations.catalogue(RENDERING)
                .forms()
                .forEach(form -> {
                    assertThat(pages).contains("| `" + form.name() + "`");
                    form.parameters()
                            .forEach(parameter ->
                                    assertThat(pages)
                                            .as(form.name())
                                            .contains("`" + parameter.name() + "`"));
                });
    }
}
