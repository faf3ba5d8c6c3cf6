package dev.cadastre.server.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CollectionScheduleTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Duration INTERVAL = Duration.ofMinutes(5);

    private final CollectionSchedule schedule = new CollectionSchedule();

    @Test
    void givesOutAtOnceWhatWasNeverAttempted() {
        schedule.add("web1", null, INTERVAL);

        assertThat(schedule.takeDue(NOON)).containsExactly("web1");
    }

    @Test
    void waitsForTheRestOfTheIntervalAfterAnEarlierAttempt() {
        schedule.add("web1", NOON.minusSeconds(60), INTERVAL);

        assertThat(schedule.takeDue(NOON)).isEmpty();
        assertThat(schedule.takeDue(NOON.plusSeconds(240))).containsExactly("web1");
    }

    @Test
    void givesOutNothingTwiceBeforeItHasEnded() {
        schedule.add("web1", null, INTERVAL);
        schedule.takeDue(NOON);

        assertThat(schedule.takeDue(NOON.plus(INTERVAL))).isEmpty();

        schedule.ended("web1", NOON, Duration.ofSeconds(1), INTERVAL);
        assertThat(schedule.takeDue(NOON.plus(INTERVAL))).containsExactly("web1");
    }

    @Test
    void takesTheLongestOverdueFirst() {
        schedule.add("late", NOON.minusSeconds(400), INTERVAL);
        schedule.add("later", NOON.minusSeconds(500), INTERVAL);

        assertThat(schedule.takeDue(NOON)).containsExactly("later", "late");
    }

    @Test
    void forgetsARemovedHostThoughItIsBeingCollected() {
        schedule.add("web1", null, INTERVAL);
        schedule.takeDue(NOON);
        schedule.remove("web1");
        schedule.ended("web1", NOON, Duration.ofSeconds(1), INTERVAL);

        assertThat(schedule.takeDue(NOON.plusSeconds(10_000))).isEmpty();
        assertThat(schedule.hosts()).isZero();
    }
}
