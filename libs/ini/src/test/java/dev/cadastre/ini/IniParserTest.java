package dev.cadastre.ini;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class IniParserTest {
    private static IniDocument read(String text) {
        IniReading reading = IniParser.parse("estate.ini", text);
        assertThat(reading.problems()).isEmpty();
        return reading.document();
    }

    @Test
    void remembersWhereEachKeyStands() {
        IniDocument document = read("# note\n[a]\n\n  Key  =  value\n    more\nnext: x\n");

        assertThat(document.sections().get("a"))
                .isNotNull()
                .satisfies(section -> {
                    assertThat(section.line()).isEqualTo(2);
                    assertThat(section.entries().values())
                            .containsExactly(
                                    new Entry("key", "value\nmore", 4, 11),
                                    new Entry("next", "x", 6, 7));
                });
    }

    @Test
    void keepsSectionsAndKeysInTheOrderOfTheFile() {
        IniDocument document = read("[z]\nb=1\na=2\n[DEFAULT]\nc=3\n[m]\n[a]\n");

        assertThat(document.sections().keySet()).containsExactly("z", "m", "a");
        assertThat(document.lookup().keys("z")).containsExactly("b", "a", "c");
    }

    @Test
    void namesEveryPlaceThatAValueIsMadeOf() {
        IniDocument document =
                read(
                        """
                        [DEFAULT]
                        url = http://${address}:${port}/
                        port = 80
                        [web1]
                        address = ${db1:address}
                        [db1]
                        address = 10.0.0.2
                        """);

        assertThat(document.value("web1", "URL"))
                .asInstanceOf(type(Expansion.Complete.class))
                .isEqualTo(
                        new Expansion.Complete(
                                "http://10.0.0.2:80/",
                                List.of(
                                        new Origin("estate.ini", "DEFAULT", "url", 2),
                                        new Origin("estate.ini", "web1", "address", 5),
                                        new Origin("estate.ini", "db1", "address", 7),
                                        new Origin("estate.ini", "DEFAULT", "port", 3))));
    }

    @Test
    void hasNoValueForAnUnknownKeyOrSection() {
        IniDocument document = read("[a]\nx = 1\n");

        assertThat(document.value("a", "y")).isNull();
        assertThat(document.value("b", "x")).isNull();
    }

    @Test
    void reportsAllMissingReferencesOfOneValue() {
        IniDocument document = read("[a]\nx = ${one}${two}${b:three}\n");

        assertThat(document.value("a", "x"))
                .asInstanceOf(type(Expansion.Failed.class))
                .satisfies(failed ->
                        assertThat(failed.problems())
                                .extracting(Problem::column)
                                .containsExactly(5, 11, 17));
    }

    @Test
    void namesTheLineThatIsNotUtf8() {
        IniReading reading =
                IniParser.parse("estate.ini", "[a]\nx = 1\ny = é\n".getBytes(ISO_8859_1));

        assertThat(reading.isUsable()).isFalse();
        assertThat(reading.problems())
                .singleElement()
                .hasToString(
                        "estate.ini:3: error: the line contains bytes that are not UTF-8; save the"
                                + " file as UTF-8 [ini.not-utf8]");
    }

    @Test
    void refusesAnIncompleteCharacterAtTheEnd() {
        byte[] cut = Arrays.copyOf("[a]\nx = é".getBytes(UTF_8), 9);

        assertThat(IniParser.parse("estate.ini", cut).isUsable()).isFalse();
    }

    @Test
    void refusesAFileOfTooManyLines() {
        IniReading reading = IniParser.parse("estate.ini", "\n".repeat(IniParser.MOST_LINES + 1));

        assertThat(reading.problems()).extracting(Problem::code).containsExactly("ini.too-large");
    }

    @Test
    void stopsListingProblemsWhenThereAreTooMany() {
        List<Problem> problems =
                IniParser.parse("estate.ini", "[a]\n" + "nothing\n".repeat(5_000)).problems();

        assertThat(problems).hasSize(Problems.MOST + 1);
        assertThat(problems.get(Problems.MOST).message())
                .isEqualTo("4000 more problems are not listed");
    }

    @Test
    void understandsWhatItCanOfABrokenFile() {
        IniReading reading = IniParser.parse("estate.ini", "[a]\nx = 1\nbroken\ny = 2\n");

        assertThat(reading.isUsable()).isFalse();
        assertThat(reading.document().lookup().keys("a")).containsExactly("x", "y");
    }
}
