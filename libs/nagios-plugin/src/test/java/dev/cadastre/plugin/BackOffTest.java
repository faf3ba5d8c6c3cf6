package dev.cadastre.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BackOffTest {
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000);
    private final BackOff backOff = new BackOff(nanos::get);

    @Test
    void waitsTwiceAsLongEachTimeUpToAMinute() {
        List<Long> seconds = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            backOff.failed();
            seconds.add(backOff.remaining().toSeconds());
        }

        assertThat(seconds).containsExactly(0L, 1L, 2L, 4L, 8L, 16L, 32L, 64L, 64L, 64L);
    }

    @Test
    void waitsNoLongerThanThat() {
        backOff.failed();
        backOff.failed();
        nanos.addAndGet(Duration.ofMillis(700).toNanos());
        assertThat(backOff.remaining()).isEqualTo(Duration.ofMillis(300));
        nanos.addAndGet(Duration.ofMinutes(5).toNanos());

        assertThat(backOff.remaining()).isZero();
    }

    @Test
    void beginsAnewAfterASuccess() {
        backOff.failed();
        backOff.failed();
        backOff.succeeded();
        assertThat(backOff.remaining()).isZero();
        backOff.failed();

        assertThat(backOff.remaining()).isZero();
    }
}
