package dev.cadastre.server.alerting.received;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.alerting.AlertingProblem;
import dev.cadastre.server.monitoring.MonitorState;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertReaderTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    /** What programs in Go send for no time. */
    private static final Instant ZERO = Instant.parse("0001-01-01T00:00:00Z");

    private final AlertReader reader = new AlertReader(Duration.ofMinutes(5), NOW);

    private static SentAlert sent(
            Map<String, String> labels, @Nullable Instant starts, @Nullable Instant ends) {
        return new SentAlert(labels, Map.of(), starts, ends, null);
    }

    private Alert read(SentAlert sent) {
        return reader.read(sent, "host:web1", "prod");
    }

    @Test
    void lastsForTheTimeoutWhereItDoesNotSayWhenItEnds() {
        Map<String, String> labels = Map.of("alertname", "Slow");

        assertThat(read(sent(labels, null, null)).ends()).isEqualTo(NOW.plusSeconds(300));
        assertThat(read(sent(labels, ZERO, ZERO)).ends()).isEqualTo(NOW.plusSeconds(300));
        assertThat(read(sent(labels, ZERO, ZERO)).begins()).isEqualTo(NOW);
        assertThat(read(sent(labels, null, NOW.plusSeconds(9))).ends())
                .isEqualTo(NOW.plusSeconds(9));
    }

    @Test
    void isToldApartByItsLabelsAlone() {
        String one = read(sent(Map.of("alertname", "Slow", "a", "1"), null, null)).fingerprint();

        assertThat(read(sent(Map.of("a", "1", "alertname", "Slow", "b", ""), NOW, null)))
                .extracting(Alert::fingerprint)
                .isEqualTo(one);
        assertThat(read(sent(Map.of("alertname", "Slow", "a", "2"), null, null)).fingerprint())
                .isNotEqualTo(one);
        assertThat(read(sent(Map.of("alertname", "Slowa", "", "1"), null, null)).fingerprint())
                .isNotEqualTo(one);
    }

    @ParameterizedTest
    @CsvSource({"critical, CRITICAL", "PAGE, CRITICAL", "warning, WARNING", "info, WARNING"})
    void knowsHowBadItIs(String severity, MonitorState state) {
        assertThat(read(sent(Map.of("severity", severity), null, null)).state()).isEqualTo(state);
    }

    @Test
    void leavesOutWhatIsSentAllTheTime() {
        assertThat(AlertReader.isToBeTaken(sent(Map.of("severity", "none"), null, null))).isFalse();
        assertThat(AlertReader.isToBeTaken(sent(Map.of("alertname", "Slow"), null, null))).isTrue();
    }

    @Test
    void saysWhatItsSummarySays() {
        SentAlert alert =
                new SentAlert(
                        Map.of("alertname", "Slow"),
                        Map.of("description", "Long", "summary", "\n web1 is slow\nvery"),
                        null,
                        null,
                        null);

        assertThat(read(alert).output()).isEqualTo("web1 is slow");
        assertThat(read(sent(Map.of("alertname", "Slow"), null, null)).output()).isEqualTo("Slow");
    }

    @Test
    void namesAllThatIsWrong() {
        Map<String, String> many = new HashMap<>();
        for (int i = 0; i < 65; i++) {
            many.put("label" + i, "x");
        }
        List<SentAlert> sent =
                List.of(
                        sent(Map.of("empty", ""), null, null),
                        sent(many, null, null),
                        sent(Map.of("alertname", "x".repeat(2_000)), null, null),
                        sent(Map.of("alertname", "x"), NOW, NOW.minusSeconds(1)),
                        sent(Map.of("alertname", "x"), NOW, NOW));

        assertThat(reader.problems(sent))
                .extracting(AlertingProblem::place)
                .containsExactly("0.labels", "1.labels", "2.labels", "3.endsAt");
    }

    @Test
    void takesABoundedNumber() {
        assertThat(
                        reader.problems(
                                Collections.nCopies(
                                        AlertReader.MOST + 1,
                                        sent(Map.of("alertname", "x"), null, null))))
                .extracting(AlertingProblem::code)
                .containsExactly("alert.too-many");
    }

    @Property
    void understandsWhateverItDoesNotRefuse(
            @ForAll Map<String, String> labels, @ForAll Map<String, String> annotations) {
        SentAlert alert = new SentAlert(labels, annotations, null, null, null);
        if (reader.problems(List.of(alert)).isEmpty()) {
            Alert read = read(alert);

            assertThat(read.name()).isNotEmpty().doesNotContain("\0");
            assertThat(read.output()).doesNotContain("\0");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "web1:9100, web1",
        "web1, web1",
        "[2001:db8::1]:9100, 2001:db8::1",
        "10.0.0.1:80, 10.0.0.1",
        "https://web1/health, https://web1/health"
    })
    void takesThePortOff(String instance, String name) {
        assertThat(AlertPlaces.withoutPort(instance)).isEqualTo(name);
    }
}
