package dev.cadastre.server.monitoring.watching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.plugin.PluginResult;
import dev.cadastre.plugin.PluginState;
import dev.cadastre.server.monitoring.CheckPlace;
import dev.cadastre.server.monitoring.LastResult;
import dev.cadastre.server.monitoring.MonitorDefinition;
import dev.cadastre.server.monitoring.MonitorKind;
import dev.cadastre.server.monitoring.MonitorState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SilenceTest {

    private static final Instant BEGUN = Instant.parse("2026-01-01T00:00:00Z");
    private static final MonitorDefinition JOB =
            definition(MonitorKind.HEARTBEAT, Duration.ofMinutes(10), Map.of());

    private static MonitorDefinition definition(
            MonitorKind kind, Duration interval, Map<String, String> settings) {
        return new MonitorDefinition(
                "job",
                "host:a",
                null,
                kind,
                List.of(),
                settings,
                interval,
                Duration.ofSeconds(10),
                0,
                Duration.ofSeconds(15),
                CheckPlace.SERVER,
                false,
                true);
    }

    private static LastResult told(Instant at) {
        return new LastResult(
                at, MonitorState.OK, "", "", List.of(), List.of(), Duration.ZERO, "job");
    }

    private static Optional<PluginState> silence(
            MonitorDefinition definition, LastResult last, Duration after) {
        return Silence.of(definition, last, BEGUN, BEGUN.plus(after)).map(PluginResult::state);
    }

    @Test
    void isCriticalForAJobThatHasNotCalledInInTime() {
        LastResult last = told(BEGUN.plusSeconds(60));

        assertThat(silence(JOB, last, Duration.ofMinutes(11))).isEmpty();
        assertThat(silence(JOB, last, Duration.ofMinutes(11).plusMillis(1)))
                .contains(PluginState.CRITICAL);
    }

    @Test
    void countsFromTheServersStartWhereThatWasLater() {
        LastResult before = told(BEGUN.minus(Duration.ofDays(1)));

        assertThat(silence(JOB, before, Duration.ofMinutes(10))).isEmpty();
        assertThat(silence(JOB, before, Duration.ofMinutes(11))).contains(PluginState.CRITICAL);
        assertThat(Silence.of(JOB, null, BEGUN, BEGUN.plus(Duration.ofMinutes(11)))).isPresent();
    }

    @Test
    void isUnknownForPassiveMonitorsThatSayHowOldResultsMayGet() {
        MonitorDefinition fresh =
                definition(MonitorKind.PASSIVE, Duration.ofMinutes(1), Map.of("freshness", "30m"));
        MonitorDefinition patient =
                definition(MonitorKind.PASSIVE, Duration.ofMinutes(1), Map.of());

        assertThat(silence(fresh, told(BEGUN), Duration.ofMinutes(31)))
                .contains(PluginState.UNKNOWN);
        assertThat(silence(patient, told(BEGUN), Duration.ofDays(300))).isEmpty();
        assertThat(Silence.lookEvery(patient)).isEmpty();
        assertThat(Silence.lookEvery(fresh)).contains(Duration.ofMinutes(1));
    }
}
