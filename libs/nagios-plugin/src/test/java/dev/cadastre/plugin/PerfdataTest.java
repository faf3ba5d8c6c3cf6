package dev.cadastre.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PerfdataTest {

    private static Metric only(String text) {
        Perfdata perfdata = Perfdata.parse(text);
        assertThat(perfdata.problems()).isEmpty();
        assertThat(perfdata.metrics()).hasSize(1);
        return perfdata.metrics().getFirst();
    }

    @Test
    void readsAllFields() {
        Metric metric = only("/=2643MB;5948;@5:5958;0;5968");

        assertThat(metric.label()).isEqualTo("/");
        assertThat(metric.value()).hasValue(2643);
        assertThat(metric.unit()).isEqualTo(new Unit("MB", Unit.Kind.BYTES, 1 << 20));
        assertThat(metric.warning())
                .isEqualTo(new Threshold("5948", Optional.of(new Range(0, 5948, false))));
        assertThat(metric.critical())
                .isEqualTo(new Threshold("@5:5958", Optional.of(new Range(5, 5958, true))));
        assertThat(metric.least()).hasValue(0);
        assertThat(metric.most()).hasValue(5968);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a=5 | a | 5 | ``",
                "a=-5.5s; | a | -5.5 | s",
                "a=5%;;;; | a | 5 | %",
                "a=23. | a | 23 | ``",
                "a=.42c | a | .42 | c",
                "a=1e3B | a | 1000 | B",
                "a=1.5E-3us | a | .0015 | us",
                "a=+3 | a | 3 | ``",
                "a=5EB | a | 5 | EB",
                "a=5e | a | 5 | e",
                "a=21.5°C | a | 21.5 | °C",
                "a=3B/s | a | 3 | B/s",
                "'a'=5 | a | 5 | ``",
                "'a b'=5 | a b | 5 | ``",
                "'it''s'=5 | it's | 5 | ``",
                "''''=5 | ' | 5 | ``",
                "'a=b'=5 | a=b | 5 | ``",
                "it's=5 | it's | 5 | ``",
                "\"a\"=5 | \"a\" | 5 | ``",
                "/var/log=5KB | /var/log | 5 | KB"
            })
    void reads(String text, String label, double value, String unit) {
        Metric metric = only(text);

        assertThat(metric.label()).isEqualTo(label);
        assertThat(metric.value()).hasValue(value);
        assertThat(metric.unit().text()).isEqualTo(unit);
    }

    @Test
    void knowsThatAValueIsNotKnown() {
        assertThat(only("a=U;5;10").value()).isEmpty();
        assertThat(only("a=U;5;10")).hasToString("a=U;5;10");
    }

    @ParameterizedTest
    @CsvSource({
        "s, TIME, 1",
        "ms, TIME, 0.001",
        "us, TIME, 0.000001",
        "%, PERCENT, 1",
        "B, BYTES, 1",
        "KB, BYTES, 1024",
        "TB, BYTES, 1099511627776",
        "c, COUNTER, 1",
        "widgets, OTHER, 1"
    })
    void knowsUnits(String text, Unit.Kind kind, double factor) {
        assertThat(only("a=1" + text).unit()).isEqualTo(new Unit(text, kind, factor));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "5 | perfdata.label | '5' has no label with = behind it",
                "a | perfdata.label | 'a' has no label with = behind it",
                "=5 | perfdata.label | '=5' has an empty label",
                "''=5 | perfdata.label | '''=5' has an empty label",
                "'a'5 | perfdata.label | ''a'5' has no label with = behind it",
                "a= | perfdata.value | 'a' has no value",
                "a=;5;6 | perfdata.value | 'a' has no value",
                "a=1,5 | perfdata.value | The value '1,5' of 'a' is no number",
                "a=1.2.3 | perfdata.value | The value '1.2.3' of 'a' is no number",
                "a=1-2 | perfdata.value | The value '1-2' of 'a' is no number",
                "a=inf | perfdata.value | The value 'inf' of 'a' is no number",
                "a=-inf | perfdata.value | The value '-inf' of 'a' is no number",
                "a=nan | perfdata.value | The value 'nan' of 'a' is no number",
                "a=1e999 | perfdata.value | The value '1e999' of 'a' is no number",
                "a=1=2 | perfdata.value | The value '1=2' of 'a' is no number",
                "a=Us | perfdata.value | The value 'Us' of 'a' is no number",
                "a=-5-; | perfdata.value | The value '-5-' of 'a' is no number"
            })
    void reportsWhatIsNoMetricAndReadsTheOthers(String piece, String code, String message) {
        Perfdata perfdata = Perfdata.parse("before=1 " + piece + " behind=2");

        assertThat(perfdata.metrics())
                .extracting(Metric::label)
                .containsExactly("before", "behind");
        assertThat(perfdata.problems()).containsExactly(new Problem(code, piece, message));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "a=1;x;5;0;9 | perfdata.range | The warning of 'a': 'x' is no range: the end is no number",
                "a=1;4;9:5;0;9 | perfdata.range | The critical of 'a': '9:5' is no range: the start is behind the end",
                "a=1;4;5;x;9 | perfdata.limit | The minimum 'x' of 'a' is no number",
                "a=1;4;5;0;x | perfdata.limit | The maximum 'x' of 'a' is no number",
                "a=1;4;5;0;9;1 | perfdata.fields | 'a' has more than a value and four fields"
            })
    void keepsAMetricWhoseFieldsAreBad(String piece, String code, String message) {
        Perfdata perfdata = Perfdata.parse(piece);

        assertThat(perfdata.metrics())
                .extracting(Metric::value)
                .containsExactly(OptionalDouble.of(1));
        assertThat(perfdata.problems()).containsExactly(new Problem(code, piece, message));
    }

    @Test
    void keepsTheTextOfThresholds() {
        Metric metric = Perfdata.parse("a=1;nonsense;1e1").metrics().getFirst();

        assertThat(metric.warning()).isEqualTo(new Threshold("nonsense", Optional.empty()));
        assertThat(metric.critical().text()).isEqualTo("1e1");
        assertThat(metric.critical().range()).contains(new Range(0, 10, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=5ms;10ms;20ms;0ms;30ms", "a=5%;10%;20%;0%;100%", "a=5;10%%;20;;U"})
    void takesUnitsBehindAllNumbers(String text) {
        assertThat(only(text).critical().range()).contains(new Range(0, 20, false));
    }

    @Test
    void givesTheMetricsOfACheckItsName() {
        assertThat(
                        Perfdata.parse(
                                        "disk::check_disk::/=5 /var=6 load::check_load::load1=7 load5=8")
                                .metrics())
                .extracting(Metric::label)
                .containsExactly(
                        "disk::check_disk::/",
                        "disk::check_disk::/var",
                        "load::check_load::load1",
                        "load::check_load::load5");
        assertThat(Perfdata.parse("a::b=1 c=2").metrics())
                .extracting(Metric::label)
                .containsExactly("a::b", "a::c");
    }

    @Test
    void takesNoAddressForTheNameOfACheck() {
        assertThat(Perfdata.parse("2001:db8::1=5 rta=6 fe80::2%eth0=7 pl=8").metrics())
                .extracting(Metric::label)
                .containsExactly("2001:db8::1", "rta", "fe80::2%eth0", "pl");
    }

    @Test
    void keepsTheFirstOfTwoMetricsOfOneLabel() {
        Perfdata perfdata = Perfdata.parse("a=1 a=2");

        assertThat(perfdata.metrics()).containsExactly(Metric.of("a", 1, Unit.NONE));
        assertThat(perfdata.problems())
                .containsExactly(
                        new Problem("perfdata.repeated", "a=2", "'a' is there a second time"));
    }

    @Test
    void goesOnBehindAQuoteThatIsNotClosed() {
        Perfdata perfdata = Perfdata.parse("'a b=1 c=2");

        assertThat(perfdata.metrics()).extracting(Metric::label).containsExactly("b", "c");
        assertThat(perfdata.problems()).extracting(Problem::subject).containsExactly("'a");
    }

    @Test
    void writesWhatPluginsWrite() {
        Metric time =
                Metric.of("time to first byte", 0.25, Unit.of("s"))
                        .with(Thresholds.of(new Range(0, 1, false), new Range(0, 2.5, false)));

        assertThat(time).hasToString("'time to first byte'=0.25s;1;2.5");
        assertThat(Metric.of("it's a|b", 1e6, Unit.NONE)).hasToString("'it''s a_b'=1000000");
    }

    @Test
    void refusesMetricsThatCannotBeWritten() {
        assertThatThrownBy(() -> Metric.of(" ", 1, Unit.NONE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Metric.of("a", Double.NaN, Unit.NONE))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
