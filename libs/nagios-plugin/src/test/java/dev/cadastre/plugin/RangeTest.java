package dev.cadastre.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RangeTest {
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    @ParameterizedTest
    @CsvSource({
        "10, 0, 10, false",
        "10:, 10, Infinity, false",
        "~:10, -Infinity, 10, false",
        "10:20, 10, 20, false",
        "@10:20, 10, 20, true",
        "6, 0, 6, false",
        "1:12%%, 1, 12, false",
        "-7:23, -7, 23, false",
        ":5.75, 0, 5.75, false",
        "~:-95.99, -Infinity, -95.99, false",
        "12345678901234567890, 0, 12345678901234567890, false",
        "~:0, -Infinity, 0, false",
        "@0:657.8210567, 0, 657.8210567, true",
        "1:1, 1, 1, false",
        "90%, 0, 90, false",
        "~:, -Infinity, Infinity, false",
        ":, 0, Infinity, false",
        "'', 0, Infinity, false",
        "@, 0, Infinity, true",
        "1e3:.5e4, 1000, 5000, false",
        "' 5 ', 0, 5, false",
        "23.:42., 23, 42, false",
        "-0:0, 0, 0, false"
    })
    void reads(String text, double start, double end, boolean inside) {
        assertThat(Range.parse(text)).contains(new Range(start, end, inside));
        assertThat(Range.problem(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2:1, the start is behind the end",
        "-1, the start is behind the end",
        "a, the end is no number",
        "~, the end is no number",
        "1:~, the end is no number",
        "1:2:3, the end is no number",
        "'1,5', the end is no number",
        "inf:, the start is no number",
        "nan, the end is no number",
        "@@5, the end is no number",
        "5ms, the end is no number",
        "1e999, the end is no number",
        "0x10, the end is no number"
    })
    void refuses(String text, String why) {
        assertThat(Range.parse(text)).isEmpty();
        assertThat(Range.problem(text)).contains("'" + text + "' is no range: " + why);
    }

    @ParameterizedTest
    @CsvSource({
        "10, -0.1, true",
        "10, 0, false",
        "10, 10, false",
        "10, 10.1, true",
        "10:, 9, true",
        "10:, 10, false",
        "~:10, -1e300, false",
        "~:10, 11, true",
        "10:20, 9, true",
        "10:20, 20, false",
        "@10:20, 10, true",
        "@10:20, 9, false",
        "@10:20, 21, false",
        "1:1, 1, false",
        "5, Infinity, true",
        "5, -Infinity, true"
    })
    void alerts(String range, double value, boolean alerts) {
        assertThat(Range.parse(range).orElseThrow().alerts(value)).isEqualTo(alerts);
    }

    @Test
    void judgesNumbersOnly() {
        assertThatThrownBy(() -> new Range(0, 1, false).alerts(Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10", "10:", "~:10", "10:20", "@10:20", "0:", "~:", "@~:-5.5", "1:1"})
    void writesShortest(String text) {
        assertThat(Range.parse(text).orElseThrow()).hasToString(text);
    }

    @Property
    void readsWhatItWrites(
            @ForAll double one, @ForAll double other, @ForAll boolean inside, @ForAll int open) {
        double start = open % 3 == 0 ? -INFINITY : Math.min(one, other);
        double end = open % 5 == 0 ? INFINITY : Math.max(one, other);
        Range range = new Range(start, end, inside);

        assertThat(Range.parse(range.toString())).contains(range);
    }

    @Property
    void eitherReadsOrSaysWhyNot(@ForAll String text) {
        assertThat(Range.parse(text).isPresent()).isNotEqualTo(Range.problem(text).isPresent());
        assertThat(Range.problem(text).orElse("")).hasSizeLessThan(130).doesNotContain("\n");
    }
}
