package dev.cadastre.change.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShellWordsTest {

    private static final List<List<String>> SHELLS =
            List.of(
                    List.of("dash"),
                    List.of("busybox", "ash"),
                    List.of("mksh"),
                    List.of("bash", "--posix"));

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "plain, plain",
                "/usr/bin/a-b_c.d, /usr/bin/a-b_c.d",
                "with blank, 'with blank'",
                "it's, 'it'\\''s'",
                "$(id), '$(id)'",
                "a=b, 'a=b'",
                "~, '~'",
                "\"\", ''"
            })
    void quotesWhatHasToBe(String text, String word) {
        assertThat(ShellWords.quoted(text)).isEqualTo(word);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "\ud800", "x\udc00"})
    void refusesWhatNoShellCanHold(String text) {
        assertThatThrownBy(() -> ShellWords.quoted(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot hold U+");
    }

    @Property(tries = 60)
    void everyShellTakesThemForWhatTheyAre(@ForAll("texts") List<String> texts)
            throws IOException, InterruptedException {
        StringBuilder expected = new StringBuilder();
        texts.forEach(text -> expected.append(text).append('\0'));
        String command =
                "for w in " + ShellWords.joined(texts) + "; do printf '%s\\0' \"$w\"; done";
        for (List<String> shell : SHELLS) {
            assertThat(printed(shell, command)).as("%s", shell).isEqualTo(expected.toString());
        }
    }

    private static String printed(List<String> shell, String command)
            throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(shell);
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        try (var in = process.getOutputStream()) {
            in.write(command.getBytes(StandardCharsets.UTF_8));
        }
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return text;
    }

    @Provide
    Arbitrary<List<String>> texts() {
        return Arbitraries.oneOf(
                        Arbitraries.strings()
                                .withChars(" \t\n\r'\"\\$`(){}[]*?!~#&|;<>=-%^,.:@aZ0")
                                .ofMaxLength(20),
                        Arbitraries.strings()
                                .all()
                                .ofMaxLength(12)
                                .filter(ShellWordsTest::canBeAWord))
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    private static boolean canBeAWord(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text) && text.indexOf('\0') < 0;
    }
}
