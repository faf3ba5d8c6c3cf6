package dev.cadastre.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeneratedPerfdataTest {
    private static final int LONG = 1 << 18;

    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.of(
                        "'",
                        "''",
                        "=",
                        " ",
                        ";",
                        ":",
                        "::",
                        "|",
                        "@",
                        "~",
                        "U",
                        "%",
                        ",",
                        ".",
                        "-",
                        "+",
                        "e",
                        "E",
                        "1",
                        "23",
                        "ms",
                        "B",
                        "a",
                        "label",
                        "\n",
                        "\r\n",
                        "\t",
                        "\0",
                        "\u001b[31m",
                        "é",
                        "\ud83d\ude00",
                        "\ud83d",
                        "\u202e",
                        "inf",
                        "9e99")
                .list()
                .ofMaxSize(60)
                .map(words -> String.join("", words));
    }

    @Provide
    Arbitrary<Metric> metrics() {
        Arbitrary<Double> numbers = Arbitraries.doubles();
        Arbitrary<OptionalDouble> values = numbers.optional().map(GeneratedPerfdataTest::primitive);
        Arbitrary<Threshold> thresholds =
                Combinators.combine(numbers, numbers, Arbitraries.of(true, false))
                        .as((a, b, in) ->
                                Threshold.of(new Range(Math.min(a, b), Math.max(a, b), in)))
                        .optional()
                        .map(threshold -> threshold.orElse(Threshold.NONE));
        Arbitrary<String> labels =
                Arbitraries.strings()
                        .withChars("ab'= \"%/\\;,é.-_0")
                        .ofMinLength(1)
                        .ofMaxLength(40)
                        .filter(label -> !label.isBlank());
        return Combinators.combine(
                        labels,
                        values,
                        Arbitraries.of("", "s", "%", "B", "MB", "c", "°C", "B/s"),
                        thresholds,
                        thresholds,
                        values,
                        values)
                .as((label, value, unit, warning, critical, least, most) ->
                        new Metric(
                                label,
                                value,
                                Unit.of(value.isPresent() ? unit : ""),
                                warning,
                                critical,
                                least,
                                most));
    }

    private static OptionalDouble primitive(Optional<Double> number) {
        return number.map(value -> OptionalDouble.of(value + 0.0)).orElse(OptionalDouble.empty());
    }

    @Property
    void readsWhatItWrites(@ForAll("metrics") Metric metric, @ForAll("metrics") Metric other) {
        List<Metric> metrics =
                metric.label().equals(other.label()) ? List.of(metric) : List.of(metric, other);

        assertThat(Perfdata.parse(Perfdata.print(metrics)))
                .isEqualTo(new Perfdata(metrics, List.of()));
    }

    @Property
    void neverFailsAndLosesNothing(@ForAll("pieces") String text) {
        Perfdata perfdata = Perfdata.parse(text);

        assertThat(perfdata.metrics().isEmpty() && perfdata.problems().isEmpty())
                .isEqualTo(text.chars().allMatch(Character::isWhitespace));
        assertThat(perfdata.metrics()).extracting(Metric::label).doesNotHaveDuplicates();
        assertThat(perfdata.problems()).hasSizeLessThanOrEqualTo(Problems.MOST + 1);
    }

    @Property
    void neverFailsOnAnyOutput(@ForAll("pieces") String text, @ForAll int code) {
        PluginResult result = PluginResult.of(code, text);

        assertThat(result.state())
                .isEqualTo(PluginState.ofExitCode(code).orElse(PluginState.UNKNOWN));
        assertThat(result.cause().isPresent()).isEqualTo(code < 0 || code > 3);
        String shown =
                result.text()
                        + result.longText()
                        + result.problems().stream()
                                .map(Problem::toString)
                                .collect(Collectors.joining());
        assertThat(shown).doesNotContain("\0", "\u001b", "\u202e", "\r");
        assertThat(result.text()).doesNotContain("\n");
    }

    @Property
    void neverFailsOnAnyPassiveLine(@ForAll("pieces") String text, @ForAll int code) {
        PassiveResults results =
                PassiveResults.parse("[1] PROCESS_SERVICE_CHECK_RESULT;h;s;" + code + ";" + text);

        assertThat(results.results().size() + results.problems().size()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'", "' ", "'a ", "'' ", "''' ", "=", "a= ", "1", "1.", "a=1 ", ";", "a=1;", "::",
                "a::b=1 ", "|", "-", "%", "\r", " "
            })
    void readsLongTextInTime(String word) {
        String text = "a=1" + word.repeat(LONG / word.length());

        assertThat(Perfdata.parse(text).metrics().size()).isLessThan(LONG);
        assertThat(PluginResult.of(0, text + "|" + text).problems())
                .hasSizeLessThanOrEqualTo(Problems.MOST + 1);
    }

    @Test
    void keepsLabelsOfAnyLength() {
        String label = "x".repeat(50_000);

        assertThat(Perfdata.parse(label + "=1").metrics())
                .extracting(Metric::label)
                .containsExactly(label);
    }
}
