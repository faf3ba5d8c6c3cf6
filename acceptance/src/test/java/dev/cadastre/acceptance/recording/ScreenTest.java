package dev.cadastre.acceptance.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.acceptance.recording.Style.Colour;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScreenTest {

    private static final int COLUMNS = 12;

    private final Screen screen = new Screen(COLUMNS);

    private String seen() {
        return IntStream.rangeClosed(0, screen.row())
                .mapToObj(row ->
                        screen.runs(row).stream().map(Run::text).collect(Collectors.joining("|")))
                .collect(Collectors.joining("/"));
    }

    @ParameterizedTest
    @CsvSource({
        "a b, a b",
        "a\\r\\nb, a/b",
        "a\\tb  c, a|b|c",
        "50 %\\r100 %, 100 %",
        "abc\\rx\\e[K, x",
        "abc\\bd, abd",
        "twelve cells, twelve cells",
        "twelve cells\\r\\nb, twelve cells/b",
        "thirteen cells, thirteen cel/ls",
        "\\e[?7lthirteen cells\\r\\nb, thirteen cel/b",
        "\\e[?7l\\e[?7hthirteen cells, thirteen cel/ls",
        "\\e]133;A\\aa\\e]0;title\\e\\ b, a b",
        "\\e[?2004ha\\e[1;1Hb, ab",
        "\\e[31mred\\e[0m plain, red|plain"
    })
    void showsWhatATerminalDoes(String told, String seen) {
        screen.take(
                told.replace("\\r", "\r")
                        .replace("\\n", "\n")
                        .replace("\\t", "\t")
                        .replace("\\b", "\b")
                        .replace("\\a", "\u0007")
                        .replace("\\e", "\u001b"));

        assertThat(seen()).isEqualTo(seen);
    }

    @Test
    void knowsHowRunsLook() {
        screen.take("\u001b[1;36ma\u001b[22mb\u001b[m c\u001b[38;5;200md");

        assertThat(screen.runs(0))
                .containsExactly(
                        new Run(0, "a", new Style(true, false, Colour.CYAN)),
                        new Run(1, "b", new Style(false, false, Colour.CYAN)),
                        new Run(3, "cd", Style.PLAIN));
    }

    @Test
    void tellsWhichLinesHaveChanged() {
        assertThat(screen.take("a\r\n\r\nb")).containsExactly(0, 2);
        assertThat(screen.take("\r\n")).isEmpty();
    }
}
