package dev.cadastre.server.monitoring.series.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.monitoring.series.archive.ArchivePlan.Archive;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ArchivePlanTest {

    private static final int DAY = 86_400;

    private static ArchivePlan every(int seconds) {
        return ArchivePlan.of(Duration.ofSeconds(seconds));
    }

    @Test
    void keepsValuesOfEachMinuteInFourArchives() {
        ArchivePlan plan = every(60);

        assertThat(plan.step()).isEqualTo(60);
        assertThat(plan.heartbeat()).isEqualTo(120);
        assertThat(plan.archives())
                .containsExactly(
                        new Archive(1, 2_880, false),
                        new Archive(5, 4_032, false),
                        new Archive(60, 17_520, true),
                        new Archive(1_440, 3_650, true));
    }

    @Test
    void hasNoArchiveFinerThanTheInterval() {
        assertThat(every(600).archives())
                .containsExactly(
                        new Archive(1, 2_016, false),
                        new Archive(6, 17_520, true),
                        new Archive(144, 3_650, true));
        assertThat(every(7 * DAY).archives()).containsExactly(new Archive(1, 3_650, false));
    }

    @Property
    void makesWholeRowsOfEachStep(@ForAll @IntRange(min = 1, max = 3 * DAY) int interval) {
        ArchivePlan plan = every(interval);

        assertThat(plan.step()).isBetween(1, interval);
        assertThat(plan.heartbeat()).isGreaterThanOrEqualTo(2 * interval);
        assertThat(DAY % plan.step()).isZero();
        assertThat(plan.archives().getFirst().steps()).isEqualTo(1);
        assertThat(plan.archives())
                .extracting(Archive::steps)
                .isSorted()
                .doesNotHaveDuplicates()
                .allMatch(steps -> DAY % (steps * plan.step()) == 0);
        Archive last = plan.archives().getLast();
        assertThat((long) last.steps() * last.rows() * plan.step()).isEqualTo(10L * 365 * DAY);
    }
}
