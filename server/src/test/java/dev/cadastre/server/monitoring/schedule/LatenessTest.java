package dev.cadastre.server.monitoring.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class LatenessTest {

    private final Lateness lateness = new Lateness();

    @Test
    void tellsTheLatestOfNinetyNineInAHundred() {
        for (int i = 1; i <= 100; i++) {
            lateness.add(Duration.ofMillis(i));
        }

        assertThat(lateness.quantile(0.99))
                .isBetween(Duration.ofMillis(99), Duration.ofMillis(112));
        assertThat(lateness.quantile(0.5)).isBetween(Duration.ofMillis(50), Duration.ofMillis(57));
        assertThat(lateness.count()).isEqualTo(100);
    }

    @Test
    void knowsNothingBeforeTheFirst() {
        assertThat(lateness.quantile(0.99)).isZero();
    }

    @Property
    void isAtMostAnEighthTooMuch(@ForAll @LongRange(min = 0, max = 1L << 50) long micros) {
        Lateness one = new Lateness();
        one.add(Duration.ofNanos(micros * 1_000));

        long told = one.quantile(1).toNanos() / 1_000;
        assertThat(told).isBetween(micros, micros + micros / 8 + 1);
    }
}
