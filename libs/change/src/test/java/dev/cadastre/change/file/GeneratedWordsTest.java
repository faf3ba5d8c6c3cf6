package dev.cadastre.change.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.Size;

class GeneratedWordsTest {

    @Property
    void wordsInQuotesAreReadAsTheyAre(
            @ForAll @Size(max = 5)
                    List<@Chars({'a', ' ', '"', '\\', '$', '\n', 'ä'}) String> words) {
        String line = words.stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));

        assertThat(Words.of(line)).isEqualTo(new Words(words, true));
    }

    @Property
    void anyLineIsReadWithoutAFault(@ForAll String line) {
        Words read = Words.of(line);

        assertThat(read.words().stream().mapToInt(String::length).sum())
                .isLessThanOrEqualTo(line.length());
    }

    @Property
    void noFileIsTooBrokenToBeRefusedInOrder(@ForAll String text) {
        ChangeFileReading reading =
                ChangeFile.read("x", text.getBytes(UTF_8), TestCatalogue.OPERATIONS);

        assertThat(reading.file().isPresent() || !reading.problems().isEmpty()).isTrue();
    }
}
