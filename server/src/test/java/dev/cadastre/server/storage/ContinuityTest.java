package dev.cadastre.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.TwoClocks;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ContinuityTest {

    private static final Instant BEGUN = Instant.parse("2026-11-21T09:00:00Z");

    private final TwoClocks clocks = new TwoClocks(BEGUN);
    private final Continuity continuity = new Continuity(clocks, clocks.ticker());

    private void runFor(Duration time) {
        for (long second = 0; second < time.toSeconds(); second++) {
            clocks.pass(Duration.ofSeconds(1));
            continuity.look();
        }
    }

    @Test
    void lastsWhileBothClocksGo() {
        runFor(Duration.ofHours(2));

        assertThat(continuity.since()).isEqualTo(BEGUN);
    }

    @Test
    void isBrokenByAPauseOfTheProcess() {
        runFor(Duration.ofMinutes(1));
        clocks.pass(Duration.ofHours(1));

        assertThat(continuity.since()).isEqualTo(BEGUN.plusSeconds(60 + 3_600));
        runFor(Duration.ofMinutes(1));
        assertThat(continuity.since()).isEqualTo(BEGUN.plusSeconds(60 + 3_600));
    }

    @Test
    void isBrokenByASleepOfTheMachineInWhichOnlyTheWallsClockGoes() {
        clocks.step(Duration.ofHours(8));
        clocks.pass(Duration.ofSeconds(1));

        assertThat(continuity.since()).isEqualTo(BEGUN.plusSeconds(8 * 3_600 + 1));
    }

    @Test
    void isBrokenByAClockThatIsPutBack() {
        runFor(Duration.ofHours(2));
        clocks.step(Duration.ofHours(-1));

        assertThat(continuity.since()).isEqualTo(BEGUN.plusSeconds(3_600));
    }

    @Test
    void isNotBrokenByAClockThatIsCorrectedALittle() {
        for (int minute = 0; minute < 60; minute++) {
            runFor(Duration.ofMinutes(1));
            clocks.step(Duration.ofSeconds(minute % 2 == 0 ? 5 : -5));
        }

        assertThat(continuity.since()).isEqualTo(BEGUN);
    }

    @Test
    void beginsWithTheFirstLookOfAServerThatTookItsTimeToStart() {
        AtomicBoolean ready = new AtomicBoolean();
        Continuity started = new Continuity(clocks, clocks.ticker(), ready::get);
        clocks.step(Duration.ofDays(30));
        started.look();
        clocks.step(Duration.ofDays(-30));
        ready.set(true);
        clocks.pass(Duration.ofMinutes(1));

        started.look();

        assertThat(started.begun()).isEqualTo(BEGUN.plusSeconds(60));
        assertThat(started.since()).isEqualTo(started.begun());

        clocks.pass(Duration.ofMinutes(1));

        assertThat(started.begun()).isEqualTo(BEGUN.plusSeconds(60));
        assertThat(started.since()).isEqualTo(BEGUN.plusSeconds(120));
    }
}
