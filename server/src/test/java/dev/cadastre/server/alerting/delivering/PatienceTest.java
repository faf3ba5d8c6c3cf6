package dev.cadastre.server.alerting.delivering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PatienceTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant UNTIL = NOW.plus(Patience.WHOLE);

    @Property
    void waitsLongerEachTimeUpToAnHour(
            @ForAll @IntRange(min = 1, max = 1_000) int attempts, @ForAll long seed) {
        Instant next = Patience.next(attempts, null, UNTIL, NOW, new Random(seed)).orElseThrow();

        long most = attempts > 9 ? 3_600 : Math.min(3_600, 10L << (attempts - 1));
        assertThat(Duration.between(NOW, next))
                .isBetween(Duration.ofMillis(most * 500), Duration.ofSeconds(most));
    }

    @Test
    void waitsAsLongAsItIsAskedToButNotBeyondTheEnd() {
        Duration hours = Duration.ofHours(3);

        assertThat(Patience.next(1, hours, UNTIL, NOW, new Random(1))).contains(NOW.plus(hours));
        assertThat(Patience.next(1, hours, NOW.plusSeconds(60), NOW, new Random(1)))
                .contains(NOW.plusSeconds(60));
    }

    @Test
    void givesUpAtTheEnd() {
        assertThat(Patience.next(1, null, NOW, NOW, new Random(1))).isEmpty();
    }
}
