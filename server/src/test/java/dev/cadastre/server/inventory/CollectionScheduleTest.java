package dev.cadastre.server.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CollectionScheduleTest {

    /** So late that what comes after it overflows. */
    private static final long NOON = Long.MAX_VALUE - 1;

    private static final Duration INTERVAL = Duration.ofMinutes(5);

    private final CollectionSchedule schedule = new CollectionSchedule();

    private static long afterNoon(long seconds) {
        return NOON + Duration.ofSeconds(seconds).toNanos();
    }

    @Test
    void givesOutAtOnceWhatWasNeverAttempted() {
        schedule.add("web1", NOON, null, INTERVAL);

        assertThat(schedule.takeDue(NOON)).containsExactly("web1");
    }

    @Test
    void waitsForTheRestOfTheIntervalAfterAnEarlierAttempt() {
        schedule.add("web1", NOON, Duration.ofSeconds(60), INTERVAL);

        assertThat(schedule.takeDue(NOON)).isEmpty();
        assertThat(schedule.takeDue(afterNoon(240))).containsExactly("web1");
    }

    @Test
    void givesOutNothingTwiceBeforeItHasEnded() {
        schedule.add("web1", NOON, null, INTERVAL);
        schedule.takeDue(NOON);

        assertThat(schedule.takeDue(afterNoon(300))).isEmpty();

        schedule.ended("web1", NOON, Duration.ofSeconds(1), INTERVAL);
        assertThat(schedule.takeDue(afterNoon(300))).containsExactly("web1");
    }

    @Test
    void takesTheLongestOverdueFirst() {
        schedule.add("late", NOON, Duration.ofSeconds(400), INTERVAL);
        schedule.add("later", NOON, Duration.ofSeconds(500), INTERVAL);
        schedule.add("never", NOON, null, INTERVAL);

        assertThat(schedule.takeDue(NOON)).containsExactly("never", "later", "late");
    }

    @Test
    void waitsNoLongerThanTheIntervalThoughTheClockOfTheLastAttemptWasAhead() {
        schedule.add("web1", NOON, Duration.ofDays(-1), INTERVAL);

        assertThat(schedule.takeDue(NOON)).isEmpty();
        assertThat(schedule.takeDue(afterNoon(300))).containsExactly("web1");
    }

    @Test
    void forgetsARemovedHostThoughItIsBeingCollected() {
        schedule.add("web1", NOON, null, INTERVAL);
        schedule.takeDue(NOON);
        schedule.remove("web1");
        schedule.ended("web1", NOON, Duration.ofSeconds(1), INTERVAL);

        assertThat(schedule.takeDue(afterNoon(10_000))).isEmpty();
        assertThat(schedule.hosts()).isZero();
    }
}
