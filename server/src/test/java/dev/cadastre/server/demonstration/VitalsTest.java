package dev.cadastre.server.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.plugin.Metric;
import dev.cadastre.plugin.PluginState;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VitalsTest {

    private static final Instant NIGHT = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static double seconds(String asset, Instant now) {
        return Vitals.of(asset, now).metrics().stream()
                .filter(metric -> metric.label().equals("time"))
                .map(Metric::value)
                .findFirst()
                .orElseThrow()
                .orElseThrow();
    }

    @Test
    void areSlowerByDayThanByNight() {
        assertThat(seconds("service:443-tcp@a", NOON))
                .isGreaterThan(seconds("service:443-tcp@a", NIGHT));
    }

    @Test
    void areTheSameForTheSameMoment() {
        assertThat(Vitals.of("service:443-tcp@a", NOON))
                .isEqualTo(Vitals.of("service:443-tcp@a", NOON));
    }

    @Test
    void areWellAtNightAndForFewNotAtNoon() {
        assertThat(states(NIGHT, PluginState.WARNING)).isZero();
        assertThat(states(NOON, PluginState.WARNING)).isBetween(1L, 50L);
        assertThat(Vitals.refusing().state()).isEqualTo(PluginState.CRITICAL);
    }

    private static long states(Instant moment, PluginState state) {
        return IntStream.range(0, 500)
                .filter(i -> Vitals.of("service:443-tcp@" + i, moment).state() == state)
                .count();
    }
}
