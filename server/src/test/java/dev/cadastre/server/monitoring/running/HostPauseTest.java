package dev.cadastre.server.monitoring.running;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.dispatch.CommandResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HostPauseTest {

    private static final Instant NOW = Instant.parse("2026-11-21T14:00:00.25Z");

    private static CommandResult.Unreached failure(String reason) {
        return new CommandResult.Unreached(reason, null);
    }

    @Test
    void doublesUpToFiveMinutes() {
        List<Long> seconds = new ArrayList<>();
        HostPause pause = HostPause.first(failure("no route"), NOW);
        for (int i = 0; i < 100; i++) {
            seconds.add(Duration.between(pause.since(), pause.until()).toSeconds());
            pause = pause.next(failure("no route"), pause.until());
        }

        assertThat(seconds).startsWith(10L, 20L, 40L, 80L, 160L, 300L, 300L).endsWith(300L);
    }

    @Test
    void isOverAtItsEndAndIfTheClockWasSetBack() {
        HostPause pause = HostPause.first(failure("no route"), NOW);

        assertThat(pause.isOver(NOW)).isFalse();
        assertThat(pause.isOver(NOW.plusMillis(9_999))).isFalse();
        assertThat(pause.isOver(NOW.plusSeconds(10))).isTrue();
        assertThat(pause.isOver(NOW.minusMillis(1))).isTrue();
    }

    @Test
    void tellsTheLastReasonAndWhatComesNext() {
        HostPause first = HostPause.first(failure("No route"), NOW);
        HostPause pause = first.next(failure("Refused."), NOW.plusSeconds(10));

        assertThat(pause.told()).isEqualTo("Refused. It is tried again from 2026-11-21T14:00:30Z.");
        assertThat(first.told()).startsWith("No route. It is");
    }
}
