package dev.cadastre.server.monitoring.series.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KeptTest {

    private static final long DAY = 86_400;
    private static final long NOW = 20_000 * DAY;
    private static final Kept FULL = new Kept(0, 60, NOW - 2 * DAY);
    private static final Kept FIVE_MINUTES = new Kept(1, 300, NOW - 14 * DAY);
    private static final Kept HOURS = new Kept(2, 3_600, NOW - 730 * DAY);
    private static final Kept DAYS = new Kept(3, DAY, NOW - 3_650 * DAY);
    private static final List<Kept> ALL = List.of(FULL, FIVE_MINUTES, HOURS, DAYS);

    private static Kept of(long days) {
        return Kept.choose(ALL, NOW - days * DAY, NOW);
    }

    @Test
    void choosesTheFinestThatReachesBack() {
        assertThat(of(1)).isEqualTo(FULL);
        assertThat(of(2)).isEqualTo(FULL);
        assertThat(of(3)).isEqualTo(FIVE_MINUTES);
        assertThat(of(700)).isEqualTo(HOURS);
        assertThat(of(3_000)).isEqualTo(DAYS);
    }

    @Test
    void choosesTheOneThatReachesFurthestIfNoneReachesBack() {
        assertThat(of(9_000)).isEqualTo(DAYS);
    }

    @Test
    void doesNotReadMoreRowsThanIsQuick() {
        Kept seconds = new Kept(0, 1, NOW - 2 * DAY);

        assertThat(Kept.choose(List.of(seconds, FIVE_MINUTES), NOW - DAY, NOW))
                .isEqualTo(FIVE_MINUTES);
        assertThat(Kept.choose(List.of(seconds, FIVE_MINUTES), NOW - 3_600, NOW))
                .isEqualTo(seconds);
    }
}
