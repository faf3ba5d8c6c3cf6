package dev.cadastre.server.monitoring.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrometheusTextTest {

    private static final String TEXT =
            """
            # HELP http_requests_total The total number of HTTP requests.
            # TYPE http_requests_total counter
            http_requests_total{method="post",code="200"} 1027 1395066363000
            http_requests_total{method="post",code="400"}    3 1395066363000
            http_requests_total{method="get",code="200",} 7
            metric_without_timestamp_and_labels 12.47
            something_weird{problem="division by zero"} +Inf -3982045

            # TYPE duration_seconds histogram
            duration_seconds_bucket{le="0.05"} 24054 # {trace_id="a"} 0.01
            duration_seconds_bucket{le="+Inf"} 144320
            duration_seconds_sum 53423
            this is none
            """;

    private static Selector selector(String text) {
        assertThat(Selector.TYPE.read(text)).isInstanceOf(SettingReading.Read.class);
        return ((SettingReading.Read<Selector>) Selector.TYPE.read(text)).value();
    }

    private static PrometheusText read(String selector) throws CheckFailure {
        return PrometheusText.read(TEXT, selector(selector), TestChecks.course());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            quoteCharacter = '\'',
            value = {
                "metric_without_timestamp_and_labels > 12.47",
                "http_requests_total > 1027 3 7",
                "http_requests_total{code=\"200\"} > 1027 7",
                "http_requests_total{ code = \"200\" , method!=\"get\" } > 1027",
                "http_requests_total{code=~\"4..|5..\"} > 3",
                "http_requests_total{code!~\"4.*\",method=\"get\"} > 7",
                "http_requests_total{absent=\"\"} > 1027 3 7",
                "http_requests_total{absent=\"x\"} > ''",
                "duration_seconds_bucket{le=\"+Inf\"} > 144320",
                "duration_seconds_sum > 53423",
                "http_requests > ''",
            })
    void selectsSamples(String selector, String values) throws CheckFailure {
        List<Double> expected =
                values.isEmpty()
                        ? List.of()
                        : Arrays.stream(values.split(" ")).map(Double::valueOf).toList();

        assertThat(read(selector).values()).containsExactlyElementsOf(expected);
    }

    @Test
    void countsWhatIsNoSample() throws CheckFailure {
        PrometheusText text = read("x");

        assertThat(text.samples()).isEqualTo(8);
        assertThat(text.strange()).isEqualTo(1);
        assertThat(text.first()).isEqualTo("this is none");
    }

    @Test
    void readsEscapesAndQuotedNames() {
        assertThat(SampleLine.parse("a{b=\"x\\\"y\\\\z\\n\"} 1"))
                .contains(new Sample("a", Map.of("b", "x\"y\\z\n"), 1));
        assertThat(SampleLine.parse("{\"my.metric\",\"k.ey\"=\"v\"} 2"))
                .contains(new Sample("my.metric", Map.of("k.ey", "v"), 2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "a b",
                "a{",
                "a{b}",
                "a{b=c} 1",
                "a{b=\"c} 1",
                "a{b=\"c\" d=\"e\"} 1",
                "a{b=\"c\",b=\"d\"} 1",
                "a 1 2 3",
                "a 1,5",
                "a 0x1p3",
                "{} 1",
                "1"
            })
    void passesOverWhatIsNoSample(String line) {
        assertThat(SampleLine.parse(line)).isEqualTo(Optional.empty());
    }

    @Test
    void makesOneValueOfSeveral() {
        List<Double> values = List.of(1.0, 2.0, 6.0);

        assertThat(Aggregation.SUM.of(values)).hasValue(9);
        assertThat(Aggregation.MAX.of(values)).hasValue(6);
        assertThat(Aggregation.MIN.of(values)).hasValue(1);
        assertThat(Aggregation.AVG.of(values)).hasValue(3);
        assertThat(Aggregation.COUNT.of(values)).hasValue(3);
        assertThat(Aggregation.COUNT.of(List.of())).hasValue(0);
        assertThat(Aggregation.SUM.of(List.of())).isEmpty();
    }
}
