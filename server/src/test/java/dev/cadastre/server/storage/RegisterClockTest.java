package dev.cadastre.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RegisterClockTest {

    private static final Instant PRESENT = Instant.parse("2026-11-21T09:00:00Z");

    private final RegisterClock clock = new RegisterClock(Clock.fixed(PRESENT, ZoneOffset.UTC));

    @Test
    void standsStillWhereItIsToldUntilItResumes() {
        Instant past = PRESENT.minusSeconds(3_600);

        clock.pretend(past);
        assertThat(clock.instant()).isEqualTo(past);

        clock.resume();
        assertThat(clock.instant()).isEqualTo(PRESENT);
    }
}
