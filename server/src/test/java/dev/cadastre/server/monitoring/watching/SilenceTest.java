package dev.cadastre.server.monitoring.watching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.plugin.PluginResult;
import dev.cadastre.plugin.PluginState;
import dev.cadastre.server.monitoring.CheckPlace;
import dev.cadastre.server.monitoring.LastResult;
import dev.cadastre.server.monitoring.MonitorDefinition;
import dev.cadastre.server.monitoring.MonitorKind;
import dev.cadastre.server.monitoring.MonitorState;
import dev.cadastre.server.monitoring.keeping.MonitorRow;
import dev.cadastre.server.monitoring.keeping.Watched;
import dev.cadastre.server.monitoring.state.Standing;
import dev.cadastre.server.monitoring.state.StateMachine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SilenceTest {

    private static final Instant BEGUN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Watched JOB =
            monitor(MonitorKind.HEARTBEAT, Duration.ofMinutes(10), 0, Map.of());

    private static Watched monitor(
            MonitorKind kind, Duration interval, int retries, Map<String, String> settings) {
        MonitorDefinition definition =
                new MonitorDefinition(
                        "job",
                        "host:a",
                        null,
                        kind,
                        List.of(),
                        settings,
                        interval,
                        Duration.ofSeconds(10),
                        retries,
                        Duration.ofSeconds(15),
                        CheckPlace.SERVER,
                        false,
                        true,
                        null);
        MonitorRow row = new MonitorRow(1, 1, "job", "host:a", 0, "unassigned", BEGUN);
        return new Watched(row, definition, Standing.pending(BEGUN), null);
    }

    private static LastResult told(Instant at) {
        return new LastResult(
                at, MonitorState.OK, "", "", List.of(), List.of(), Duration.ZERO, "job");
    }

    private static Optional<PluginState> silence(
            Watched one, @Nullable LastResult last, Duration after) {
        return Silence.of(one, last, BEGUN, BEGUN.plus(after)).map(PluginResult::state);
    }

    /** What is known of one that was found to be silent. */
    private static Watched silent(Watched one, Instant at) {
        PluginResult result = Silence.of(one, one.last(), BEGUN, at).orElseThrow();
        Finding found = new Finding(1, result, at, Duration.ZERO, Finding.SERVER);
        LastResult last = ResultText.of(found, MonitorState.CRITICAL);
        StateMachine machine = new StateMachine(one.definition().retries());
        return one.after(machine.result(one.standing(), MonitorState.CRITICAL, at), last);
    }

    @Test
    void isCriticalForAJobThatHasNotCalledInInTime() {
        LastResult last = told(BEGUN.plusSeconds(60));

        assertThat(silence(JOB, last, Duration.ofMinutes(11))).isEmpty();
        assertThat(silence(JOB, last, Duration.ofMinutes(11).plusMillis(1)))
                .contains(PluginState.CRITICAL);
    }

    @Test
    void countsFromWhenTheServerWentOnWhereThatWasLater() {
        LastResult before = told(BEGUN.minus(Duration.ofDays(1)));

        assertThat(silence(JOB, before, Duration.ofMinutes(10))).isEmpty();
        assertThat(silence(JOB, before, Duration.ofMinutes(11))).contains(PluginState.CRITICAL);
        assertThat(silence(JOB, null, Duration.ofMinutes(11))).contains(PluginState.CRITICAL);
    }

    @Test
    void countsFromWhenTheServerWentOnWhereTheResultIsFromAheadOfTheClock() {
        LastResult ahead = told(BEGUN.plus(Duration.ofHours(1)));

        assertThat(silence(JOB, ahead, Duration.ofMinutes(10))).isEmpty();
        assertThat(silence(JOB, ahead, Duration.ofMinutes(11))).contains(PluginState.CRITICAL);
    }

    @Test
    void forgivesTheClockALittle() {
        Instant now = BEGUN.plus(Duration.ofHours(3));

        assertThat(Silence.of(JOB, told(now.plusSeconds(2)), BEGUN, now)).isEmpty();
    }

    @Test
    void saysSoAgainAfterTheRetryIntervalUntilItIsCertain() {
        Watched job = monitor(MonitorKind.HEARTBEAT, Duration.ofMinutes(10), 2, Map.of());
        Instant missed = BEGUN.plus(Duration.ofMinutes(11));

        Watched first = silent(job, missed);
        assertThat(first.standing().isSoft()).isTrue();
        assertThat(Silence.of(first, first.last(), BEGUN, missed.plusSeconds(14))).isEmpty();
        Watched second = silent(first, missed.plusSeconds(15));
        Watched third = silent(second, missed.plusSeconds(30));

        assertThat(third.standing().hard()).isEqualTo(MonitorState.CRITICAL);
        assertThat(Silence.of(third, third.last(), BEGUN, missed.plusSeconds(60))).isEmpty();
        assertThat(Silence.of(third, third.last(), BEGUN, missed.plusSeconds(700))).isPresent();
    }

    @Test
    void countsFromTheLastResultThatWasToldThoughAProblemIsNotCertain() {
        Watched job = monitor(MonitorKind.HEARTBEAT, Duration.ofMinutes(10), 2, Map.of());
        Watched soft = silent(job, BEGUN.plus(Duration.ofMinutes(11)));
        LastResult told = told(BEGUN.plus(Duration.ofMinutes(12)));

        assertThat(silence(soft, told, Duration.ofMinutes(13))).isEmpty();
        assertThat(silence(soft, told, Duration.ofMinutes(23))).contains(PluginState.CRITICAL);
    }

    @Test
    void isUnknownForPassiveMonitorsThatSayHowOldResultsMayGet() {
        Watched fresh =
                monitor(
                        MonitorKind.PASSIVE,
                        Duration.ofMinutes(1),
                        0,
                        Map.of(Silence.FRESHNESS, "30m"));
        Watched patient = monitor(MonitorKind.PASSIVE, Duration.ofMinutes(1), 0, Map.of());

        assertThat(silence(fresh, told(BEGUN), Duration.ofMinutes(31)))
                .contains(PluginState.UNKNOWN);
        assertThat(silence(patient, told(BEGUN), Duration.ofDays(300))).isEmpty();
        assertThat(Silence.lookEvery(patient.definition())).isEmpty();
        assertThat(Silence.lookEvery(fresh.definition())).contains(Duration.ofMinutes(1));
    }
}
