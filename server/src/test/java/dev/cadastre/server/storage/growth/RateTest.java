package dev.cadastre.server.storage.growth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RateTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private static Sample before(long hours, long bytes) {
        return new Sample(NOW.minus(Duration.ofHours(hours)), bytes);
    }

    @Test
    void isThatFromTheFirstSampleToTheLast() {
        assertThat(Rate.perDay(List.of(before(96, 1_000), before(48, 9_000), before(0, 5_000))))
                .isEqualTo(1_000);
        assertThat(Rate.perDay(List.of(before(48, 5_000), before(0, 1_000)))).isEqualTo(-2_000);
    }

    @Test
    void isNotGuessedWithinADay() {
        assertThat(Rate.perDay(List.of())).isNull();
        assertThat(Rate.perDay(List.of(before(0, 7)))).isNull();
        assertThat(Rate.perDay(List.of(before(19, 7), before(0, 900)))).isNull();
    }

    @Test
    void tellsWhenNothingIsLeft() {
        assertThat(Rate.usedUp(5_000, 2_000L, NOW)).isEqualTo("2026-11-26T00:00:00Z");
        assertThat(Rate.usedUp(0, 2_000L, NOW)).isEqualTo(NOW);
    }

    @Test
    void tellsNoEndThatIsNotToBeSeen() {
        assertThat(Rate.usedUp(5_000, null, NOW)).isNull();
        assertThat(Rate.usedUp(5_000, 0L, NOW)).isNull();
        assertThat(Rate.usedUp(5_000, -1L, NOW)).isNull();
        assertThat(Rate.usedUp(Long.MAX_VALUE, 1L, NOW)).isNull();
    }
}
