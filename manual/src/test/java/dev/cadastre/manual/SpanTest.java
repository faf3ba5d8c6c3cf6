package dev.cadastre.manual;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "see [the chapter](03-estate.md#keys), please | see the chapter, please",
                "[`cadastre doctor`](29-doctor.md) tells | cadastre doctor tells",
                "![a picture](../images/a.png) | a picture",
                "**so** it is | so it is",
                "`a[0](b)` stays | a[0](b) stays",
                "a * b [c] (d) ` e | a * b [c] (d) ` e",
                "[c](with blank) | [c](with blank)",
                "\\*not strong\\* | *not strong*",
                "`` a`b `` | ^ a`b ^",
            })
    void haveTheTextWithoutItsMarks(String line, String plain) {
        assertThat(Span.plain(line)).isEqualTo(plain);
    }

    @Test
    void tellHowEachStretchLooks() {
        assertThat(Span.of("a `b` **c [`d`](e)** f"))
                .containsExactly(
                        new Span("a ", Span.Kind.PLAIN),
                        new Span("b", Span.Kind.CODE),
                        new Span(" ", Span.Kind.PLAIN),
                        new Span("c ", Span.Kind.STRONG),
                        new Span("d", Span.Kind.CODE),
                        new Span(" f", Span.Kind.PLAIN));
    }

    @Property
    void takeAnyLine(@ForAll String line) {
        assertThat(Span.plain(line).length()).isLessThanOrEqualTo(line.length());
    }
}
