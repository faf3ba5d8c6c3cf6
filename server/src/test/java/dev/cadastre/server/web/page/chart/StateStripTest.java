package dev.cadastre.server.web.page.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.monitoring.MonitorState;
import dev.cadastre.server.monitoring.keeping.PastState;
import dev.cadastre.server.monitoring.state.Flapping;
import dev.cadastre.server.monitoring.state.Reachability;
import dev.cadastre.server.monitoring.state.Standing;
import dev.cadastre.server.monitoring.watching.Condition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StateStripTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final TimeWindow HOUR = new TimeWindow(NOW.minusSeconds(3600), NOW);

    private static PastState past(int fromMinute, @Nullable Integer toMinute, MonitorState state) {
        Standing standing =
                new Standing(
                        state,
                        NOW,
                        0,
                        state,
                        NOW,
                        Flapping.NONE,
                        Reachability.REACHABLE,
                        false,
                        null);
        return new PastState(
                minute(fromMinute), toMinute == null ? null : minute(toMinute), standing, null);
    }

    private static Instant minute(int minute) {
        return HOUR.from().plus(Duration.ofMinutes(minute));
    }

    @Test
    void eachPartShowsTheWorstAndTellsHowLongEachLasted() {
        StateStrip strip =
                StateStrip.of(
                        List.of(
                                past(22, null, MonitorState.OK),
                                past(20, 22, MonitorState.CRITICAL),
                                past(-500, 20, MonitorState.OK)),
                        HOUR,
                        6);

        assertThat(strip.slots())
                .extracting(StateStrip.Slot::worst)
                .containsExactly(
                        Condition.OK,
                        Condition.OK,
                        Condition.CRITICAL,
                        Condition.OK,
                        Condition.OK,
                        Condition.OK);
        assertThat(strip.slots().get(2).words()).isEqualTo("critical 2 min, ok 8 min");
        assertThat(strip.shares())
                .containsEntry(
                        Condition.CRITICAL,
                        new StateStrip.Share(Duration.ofMinutes(2), 100.0 * 2 / 60));
        assertThat(strip.unknown().time()).isZero();
    }

    @Test
    void whatWasNotKnownIsNeitherGoodNorBad() {
        StateStrip strip = StateStrip.of(List.of(past(30, null, MonitorState.OK)), HOUR, 4);

        assertThat(strip.slots())
                .extracting(StateStrip.Slot::worst)
                .containsExactly(null, null, Condition.OK, Condition.OK);
        assertThat(strip.unknown().percent()).isEqualTo(50);
    }
}
