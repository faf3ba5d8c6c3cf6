package dev.cadastre.server.monitoring.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RecentLatenessTest {

    private final AtomicLong nanos = new AtomicLong(-5);
    private final RecentLateness lateness = new RecentLateness(nanos::get);

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void forgetsWhatWasMoreThanTwoMinutesAgoButCountsIt() {
        lateness.add(Duration.ofSeconds(10));
        pass(Duration.ofSeconds(70));
        lateness.add(Duration.ofMillis(1));
        assertThat(lateness.quantile(0.99)).isGreaterThanOrEqualTo(Duration.ofSeconds(10));

        pass(Duration.ofSeconds(60));
        assertThat(lateness.quantile(0.99)).isBetween(Duration.ofMillis(1), Duration.ofMillis(2));
        assertThat(lateness.count()).isEqualTo(2);
    }

    @Test
    void knowsNothingAfterALongPause() {
        lateness.add(Duration.ofSeconds(1));
        pass(Duration.ofHours(3));
        assertThat(lateness.quantile(0.5)).isZero();
    }
}
