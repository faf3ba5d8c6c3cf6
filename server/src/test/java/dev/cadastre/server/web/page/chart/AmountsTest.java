package dev.cadastre.server.web.page.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.plugin.Unit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {

    @ParameterizedTest
    @CsvSource({
        "41.23, %, 41.2 %",
        "0.0123, s, 12.3 ms",
        "1500, ms, 1.5 s",
        "7300, s, 2.03 h",
        "1536, B, 1.5 KiB",
        "2048, MB, 2 GiB",
        "12345, '', 12\u2009345",
        "2500000, '', 2.5 M",
        "0, B, 0 B",
        "-0.0, '', 0",
        "3.5, V, 3.5 V",
        "120, c, 120 /s"
    })
    void writesValuesInTheUnitThatSuitsThemBest(double value, String unit, String text) {
        assertThat(Amounts.of(Unit.of(unit)).text(value)).isEqualTo(text);
    }

    @Property
    void writesEveryValueShortly(
            @ForAll @DoubleRange(min = -1e12, max = 1e12) double value,
            @ForAll("units") String unit) {
        assertThat(Amounts.of(Unit.of(unit)).text(value)).hasSizeBetween(1, 30);
    }

    @net.jqwik.api.Provide
    net.jqwik.api.Arbitrary<String> units() {
        return net.jqwik.api.Arbitraries.of("", "%", "s", "us", "B", "TB", "c", "x");
    }
}
