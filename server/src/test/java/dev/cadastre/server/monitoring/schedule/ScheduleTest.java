package dev.cadastre.server.monitoring.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.TwoClocks;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private static final Instant BEGUN = Instant.parse("2026-11-21T09:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    private final TwoClocks clocks = new TwoClocks(BEGUN);
    private final Schedule schedule = new Schedule(clocks, clocks.ticker());

    /** How many seconds pass until it is somebody's turn. */
    private long secondsUntilDue(Schedule of) {
        long seconds = 0;
        while (of.poll().isEmpty()) {
            clocks.pass(Duration.ofSeconds(1));
            seconds++;
        }
        return seconds;
    }

    @Test
    void leavesTurnsWhereTheyWereOverARestart() {
        clocks.pass(Duration.ofMinutes(1));
        Schedule restarted = new Schedule(clocks, clocks.ticker());
        schedule.put(1, HOUR);
        restarted.put(1, HOUR);

        secondsUntilDue(schedule);

        assertThat(restarted.poll()).isPresent();
    }

    @Test
    void goesOnThoughTheClockOnTheWallIsPutBack() {
        schedule.put(1, HOUR);
        clocks.step(HOUR.negated());

        assertThat(secondsUntilDue(schedule)).isLessThanOrEqualTo(3_600);
    }

    @Test
    void comesAgainAfterAnIntervalOnceItWasChecked() {
        schedule.put(1, HOUR);
        secondsUntilDue(schedule);
        schedule.checked(1);

        assertThat(secondsUntilDue(schedule)).isEqualTo(3_600);
    }

    @Test
    void saysHowLateATurnIs() {
        schedule.put(1, HOUR);
        assertThat(schedule.hasten(1, Duration.ofSeconds(5))).isTrue();
        clocks.pass(Duration.ofSeconds(7));

        assertThat(schedule.poll().map(schedule::since)).contains(Duration.ofSeconds(2));
    }

    @Test
    void hastensNobodyWhomItDoesNotKnow() {
        schedule.put(1, HOUR);
        schedule.remove(1);

        assertThat(schedule.hasten(1, Duration.ZERO)).isFalse();
        assertThat(schedule.size()).isZero();
    }

    @Test
    void wakesWhoWaitsWhenATurnIsHastened() throws Exception {
        schedule.put(1, HOUR);
        CompletableFuture<Optional<Due>> taken = new CompletableFuture<>();
        Thread.startVirtualThread(() -> {
            try {
                schedule.await();
                taken.complete(schedule.poll());
            } catch (InterruptedException e) {
                taken.completeExceptionally(e);
            }
        });

        schedule.hasten(1, Duration.ZERO);

        assertThat(taken.get().map(Due::monitor)).contains(1L);
        assertThat(schedule.poll()).isEmpty();
    }
}
