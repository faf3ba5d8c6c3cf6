package dev.cadastre.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintableTest {

    @ParameterizedTest
    @CsvSource({
        "web1, 4",
        "Zürich, 6",
        "東京, 4",
        "한국, 4",
        "e\u0301, 1",
        "ｗｉｄｅ, 8",
        "🚀, 2",
        "'', 0"
    })
    void countsTheColumnsOfATerminal(String text, int columns) {
        assertThat(Printable.width(text)).isEqualTo(columns);
    }

    @ParameterizedTest
    @CsvSource({
        "a\u001b[2J, a\\x1b[2J",
        "a\u0085b, a\\x85b",
        "user\u202etxt.exe, user\\u202etxt.exe",
        "\ud800, \\ud800",
        "\udb40\udc01, \\U000e0001",
        "Zürich 東京, Zürich 東京"
    })
    void showsWhatATerminalWouldObey(String text, String shown) {
        assertThat(Printable.escape(text)).isEqualTo(shown);
    }

    @Property
    void leavesNothingToObey(@ForAll String text) {
        String escaped = Printable.escape(text);

        assertThat(escaped.codePoints()).allMatch(Printable::is);
        assertThat(Printable.escape(escaped)).isEqualTo(escaped);
    }
}
