package dev.cadastre.server.monitoring.series.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private static Duration delay(int failures, String retryAfter) {
        return Backoff.delay(
                failures,
                Optional.of(retryAfter).filter(text -> !text.isEmpty()),
                NOW,
                new Random(1));
    }

    @Property
    void waitsLongerAfterEachFailureUpToABound(@ForAll @IntRange(min = 1) int failures) {
        assertThat(delay(failures, "")).isBetween(Duration.ofMillis(250), Duration.ofSeconds(30));
    }

    @Test
    void doublesAtFirst() {
        assertThat(delay(1, "")).isBetween(Duration.ofMillis(250), Duration.ofMillis(500));
        assertThat(delay(4, "")).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(4));
    }

    @Test
    void obeysTheStoreWithinReason() {
        assertThat(delay(1, "20")).isEqualTo(Duration.ofSeconds(20));
        assertThat(delay(1, "Sun, 01 Mar 2026 12:00:45 GMT")).isEqualTo(Duration.ofSeconds(45));
        assertThat(delay(1, "99999")).isEqualTo(Duration.ofMinutes(5));
        assertThat(delay(1, "soon")).isLessThan(Duration.ofSeconds(1));
        assertThat(delay(1, "Sun, 01 Mar 2026 11:00:00 GMT")).isLessThan(Duration.ofSeconds(1));
    }
}
