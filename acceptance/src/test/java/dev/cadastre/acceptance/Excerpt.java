package dev.cadastre.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.acceptance.MarkdownBlocks.Block;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a document shows of an answer, which may be less than all of it. */
final class Excerpt {

    private Excerpt() {}

    /** Every line of the excerpt is there, where numbers may be others and … is anything. */
    static void assertSaid(Block excerpt, String printed) {
        assertThat(excerpt.text().lines())
                .allSatisfy(line ->
                        assertThat(printed).as(excerpt.place()).containsPattern(pattern(line)));
    }

    private static Pattern pattern(String line) {
        String parts =
                Stream.of(line.strip().split("…", -1))
                        .map(part ->
                                Stream.of(part.split("\\s+", -1))
                                        .map(Excerpt::anyNumber)
                                        .collect(Collectors.joining("\\s+")))
                        .collect(Collectors.joining(".*"));
        return Pattern.compile("(?m)^\\s*%s\\s*$".formatted(parts));
    }

    private static String anyNumber(String word) {
        return Stream.of(word.split("\\d+", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining("\\d+"));
    }
}
