package dev.cadastre.ini;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.statistics.Statistics;

/** The comparison with Python again, on files that nobody thought of. */
class GeneratedFilesTest {
    private static final Configparser PYTHON = new Configparser();

    @AfterContainer
    static void stop() throws IOException {
        PYTHON.close();
    }

    @Property(tries = 3_000)
    void readsGeneratedFilesAlike(@ForAll("files") String text) throws IOException {
        var expected = PYTHON.read(text);

        assertThat(Ours.read(text)).isEqualTo(expected);
        Statistics.collect(expected.isPresent() ? "read" : "refused");
        Statistics.coverage(coverage -> {
            coverage.check("read").percentage(share -> share > 20);
            coverage.check("refused").percentage(share -> share > 5);
        });
    }

    @Property(tries = 2_000)
    void understandsReferencesAlike(@ForAll("values") List<String> values) throws IOException {
        StringBuilder text = new StringBuilder("[DEFAULT]\nd = ${a}\ne = plain\n");
        for (int i = 0; i < values.size(); i++) {
            text.append(i % 3 == 0 ? "[s%d]\n".formatted(i / 3) : "");
            text.append("%c = %s\n".formatted('a' + i % 3, values.get(i)));
        }

        assertThat(Ours.read(text.toString())).isEqualTo(PYTHON.read(text.toString()));
    }

    @Provide
    Arbitrary<List<String>> values() {
        return value().list().ofMinSize(1).ofMaxSize(9);
    }

    @Provide
    Arbitrary<String> files() {
        Arbitrary<String> line =
                Arbitraries.frequencyOf(
                        Tuple.of(20, entry()),
                        Tuple.of(5, header()),
                        Tuple.of(
                                6,
                                Combinators.combine(indent(), value())
                                        .as(String::concat)
                                        .map(text -> "  " + text)),
                        Tuple.of(3, indent()),
                        Tuple.of(
                                3,
                                Combinators.combine(indent(), value()).as((i, v) -> i + "# " + v)),
                        Tuple.of(1, noise()));
        Arbitrary<String> end =
                Arbitraries.frequency(Tuple.of(8, "\n"), Tuple.of(1, "\r\n"), Tuple.of(1, "\r"));
        return Combinators.combine(line.list().ofMaxSize(12), end)
                .as((lines, newline) -> "[first]" + newline + String.join(newline, lines));
    }

    private static Arbitrary<String> entry() {
        Arbitrary<String> delimiter = Arbitraries.of("=", " = ", ":", " : ", "\t=\t", "= ", " :=");
        return Combinators.combine(indent(), key(), delimiter, value())
                .as((indent, key, by, value) -> indent + key + by + value);
    }

    private static Arbitrary<String> header() {
        Arbitrary<String> rest = Arbitraries.of("", "", "", " ; note", "]", " x = y");
        return Combinators.combine(
                        indent(),
                        Arbitraries.of("DEFAULT", "a", "b", "host c", "A", " a", "x]y", "é"),
                        rest)
                .as((indent, name, more) -> indent + "[" + name + "]" + more);
    }

    private static Arbitrary<String> key() {
        return Arbitraries.of(
                "a",
                "b",
                "c",
                "d",
                "e",
                "f",
                "A",
                "two words",
                "ssh.user",
                "É",
                "İ",
                "Σς",
                "k-1",
                "$x",
                "{",
                "[h");
    }

    private static Arbitrary<String> value() {
        return Arbitraries.of(
                        "",
                        "1",
                        "two words",
                        "${a}",
                        "${B}",
                        "${b:c}",
                        "${a:A}",
                        "${DEFAULT:d}",
                        "${host c:a}",
                        "$$",
                        "$",
                        "$x",
                        "${",
                        "${}",
                        "}",
                        "${a:b:c}",
                        "${a",
                        " ",
                        "\t",
                        "\u00a0",
                        "\u2003",
                        "# no comment",
                        " ; x",
                        "=",
                        ":",
                        "[x]",
                        "é😀",
                        "'\"",
                        "%(a)s",
                        "\\n")
                .list()
                .ofMaxSize(3)
                .map(parts -> String.join("", parts));
    }

    private static Arbitrary<String> indent() {
        return Arbitraries.frequency(
                Tuple.of(12, ""),
                Tuple.of(2, " "),
                Tuple.of(2, "    "),
                Tuple.of(1, "\t"),
                Tuple.of(1, "\u00a0\u2003"));
    }

    private static Arbitrary<String> noise() {
        return Arbitraries.strings().withChars("[]=:#;${} ab\t\u2028é").ofMaxLength(12);
    }
}
