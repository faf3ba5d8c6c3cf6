package dev.cadastre.server.monitoring.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class AgendaTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Agenda agenda = new Agenda();

    private List<Due> due(long now) {
        List<Due> all = new ArrayList<>();
        for (Optional<Due> due = agenda.take(now); due.isPresent(); due = agenda.take(now)) {
            all.add(due.get());
        }
        return all;
    }

    private void monitors(int count) {
        for (int monitor = 1; monitor <= count; monitor++) {
            agenda.put(monitor, Rhythm.of(monitor, MINUTE), 0);
        }
    }

    @Test
    void spreadsManyEvenlyOverTheInterval() {
        monitors(60_000);

        for (int second = 1; second <= 60; second++) {
            assertThat(due(second * SECOND)).hasSizeBetween(990, 1_010);
        }
    }

    @Test
    void checksEachOncePerInterval() {
        monitors(100);
        int checked = 0;
        for (int second = 1; second <= 600; second++) {
            for (Due due : due(second * SECOND)) {
                agenda.checked(due.monitor(), second * SECOND);
                checked++;
            }
        }

        assertThat(checked).isBetween(990, 1_010);
    }

    @Test
    void leavesOutWhatAPauseMadeItMiss() {
        monitors(60_000);
        long later = 3_600 * SECOND;

        assertThat(due(later)).isEmpty();
        for (int second = 1; second <= 60; second++) {
            assertThat(due(later + second * SECOND)).hasSizeBetween(990, 1_010);
        }
        assertThat(agenda.next()).isEmpty();
    }

    @Test
    void letsWhatIsALittleLateHaveItsTurn() {
        monitors(1);
        long turn = agenda.next().orElseThrow();

        assertThat(due(turn + 9 * SECOND)).containsExactly(new Due(1, turn));
    }

    @Test
    void letsWhatMissedAPlaceFarFromTheNextComeSoon() {
        Duration day = Duration.ofDays(1);
        for (int monitor = 1; monitor <= 1_000; monitor++) {
            agenda.put(monitor, Rhythm.of(monitor, day), 0);
        }
        long later = day.toNanos() + 60 * SECOND;

        assertThat(due(later)).isEmpty();
        for (int minute = 1; minute <= 10; minute++) {
            List<Due> due = new ArrayList<>();
            for (int second = 1; second <= 60; second++) {
                due.addAll(due(later + ((minute - 1) * 60 + second) * SECOND));
            }
            assertThat(due).hasSizeBetween(90, 110);
        }
        assertThat(agenda.next()).isEmpty();
    }

    @Test
    void hasNoTurnForWhatIsBeingChecked() {
        monitors(1);
        assertThat(due(agenda.next().orElseThrow())).hasSize(1);

        assertThat(agenda.hasten(1, 0)).isTrue();
        assertThat(due(6_000 * SECOND)).isEmpty();
        assertThat(agenda.next()).isEqualTo(OptionalLong.empty());
    }

    @Test
    void takesWhatIsHastenedFirstAndItsTurnsAfterThat() {
        monitors(1);
        long turn = agenda.next().orElseThrow();
        agenda.hasten(1, turn - 10);
        agenda.hasten(1, turn + 10);

        assertThat(due(turn - 10)).containsExactly(new Due(1, turn - 10));
        agenda.checked(1, turn - 10);
        assertThat(agenda.next()).hasValue(turn);
    }

    @Test
    void keepsTheTurnOfWhatIsPutAgainUnchanged() {
        monitors(1);
        agenda.hasten(1, 5);
        agenda.put(1, Rhythm.of(1, MINUTE), 0);

        assertThat(agenda.next()).hasValue(5);
        agenda.put(1, Rhythm.of(1, Duration.ofHours(1)), 0);
        assertThat(agenda.next().orElseThrow()).isGreaterThan(MINUTE.toNanos());
    }

    @Test
    void forgetsWhatIsRemovedWhileItIsChecked() {
        monitors(1);
        assertThat(due(agenda.next().orElseThrow())).hasSize(1);
        agenda.remove(1);
        assertThat(agenda.hasten(1, 0)).isFalse();
        agenda.checked(1, 60 * SECOND);

        assertThat(agenda.size()).isZero();
        assertThat(agenda.next()).isEmpty();
    }

    @Property
    void aTurnIsNeitherNowNorFurtherThanAnInterval(
            @ForAll long monitor,
            @ForAll @LongRange(min = 1, max = 1_000_000) long millis,
            @ForAll @LongRange(min = -1_000_000_000_000_000L, max = 1_000_000_000_000_000L)
                    long moment) {
        Rhythm rhythm = Rhythm.of(monitor, Duration.ofMillis(millis));

        long turn = rhythm.after(moment);
        assertThat(turn).isGreaterThan(moment);
        assertThat(turn - moment).isLessThanOrEqualTo(Duration.ofMillis(millis).toNanos());
        assertThat(rhythm.after(turn) - turn).isEqualTo(Duration.ofMillis(millis).toNanos());
    }

    @Property
    void thoseThatFollowEachOtherAreApart(@ForAll @IntRange(min = 1, max = 1_000_000) int monitor) {
        Duration apart =
                Rhythm.of(monitor, MINUTE).phase().minus(Rhythm.of(monitor + 1, MINUTE).phase());

        assertThat(apart.abs()).isGreaterThan(Duration.ofSeconds(10));
    }
}
