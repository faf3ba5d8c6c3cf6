package dev.cadastre.change.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.change.Operation;
import dev.cadastre.ini.Problem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Parameters that are for a shell, and those that are written as texts of JSON. */
class ShellValuesTest {

    private static final OperationCatalogue OPERATIONS =
            new OperationCatalogue(
                    List.of(
                            OperationForm.ofHost(
                                    "run",
                                    "runs it",
                                    List.of(
                                            Parameter.optional(
                                                    "label", ParameterType.TEXT, "its name"),
                                            Parameter.required(
                                                    "command", ParameterType.SHELL, "what")),
                                    given -> new TestCatalogue.Shown("run", given.texts()))),
                    TestCatalogue.Shown::new);

    private static ChangeFileReading read(String text) {
        return ChangeFile.read(
                "x.change", ("[change]\nname = x\n" + text).getBytes(UTF_8), OPERATIONS);
    }

    private static List<String> problems(String text, Map<String, String> values) {
        ChangeFileReading reading = read(text);
        return (reading.file().isEmpty()
                        ? reading.problems()
                        : reading.file().get().problems(values, path -> true))
                .stream().map(problem -> problem.line() + " " + problem.code()).toList();
    }

    private static Map<String, String> told(String text) {
        Operation operation = read(text).file().orElseThrow().change().jobs().get(0).operation();
        return ((TestCatalogue.Shown) ChangeFile.made(operation, Map.of("v", "1"))).told();
    }

    @ParameterizedTest
    @ValueSource(strings = {"qa", "4.2-rc1+x", "/srv/shop", "a@b:1,2%", ""})
    void haveRoomForPlainValues(String value) {
        assertThat(
                        problems(
                                "[step s]\nop = run\ncommand = run \"${v}\" && echo $$HOME\n",
                                Map.of("v", value)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"$(id)", "a b", "a;b", "`id`", "a\nb", "'", "\"", "\\", "*", "~", "#"})
    void haveNoRoomForValuesInWhichAShellFindsSomething(String value) {
        String text =
                "[DEFAULT]\nw = ${v}\n[step s]\nop = run\nlabel = ${v}\ncommand = run \"${w}\"\n";

        assertThat(problems(text, Map.of("v", value))).containsExactly("8 change.value-unsafe");
        assertThat(read(text).file().orElseThrow().problems(Map.of("v", value), path -> true))
                .extracting(Problem::message)
                .allMatch(message -> message.contains("command") && message.contains("for v"));
    }

    @Test
    void areReadFromJson() {
        assertThat(
                        told(
                                """
                                [step s]
                                op = run
                                label.json = " # a\\n\\tb\\u0000$$ ${v} "
                                command.json = "x\\n  y"
                                """))
                .isEqualTo(Map.of("label", " # a\n\tb\0$ 1 ", "command", "x\n  y"));
    }

    @Test
    void inASectionCountBeforeThoseInDefault() {
        assertThat(
                        told(
                                "[DEFAULT]\nlabel = a\n[step s]\nop = run\nlabel.json = \"b\"\ncommand = c"))
                .containsEntry("label", "b");
        assertThat(
                        told(
                                "[DEFAULT]\nlabel.json = \"a\"\n[step s]\nop = run\nlabel = b\ncommand = c"))
                .containsEntry("label", "b");
        assertThat(told("[DEFAULT]\nlabel.json = \"a\"\n[step s]\nop = run\ncommand = c"))
                .containsEntry("label", "a");
    }

    @ParameterizedTest
    @CsvSource({
        "command.json = x, 5 change.parameter-wrong",
        "command.json = \"  \", 5 change.parameter-wrong",
        "comand.json = \"x\", 5 change.parameter-unknown"
    })
    void tellWhereTheyAreWrong(String line, String problem) {
        assertThat(problems("[step s]\nop = run\n" + line + "\n", Map.of())).contains(problem);
    }

    @Test
    void areStatedOnce() {
        assertThat(problems("[step s]\nop = run\ncommand = x\ncommand.json = \"y\"\n", Map.of()))
                .containsExactly("6 change.parameter-wrong");
    }
}
