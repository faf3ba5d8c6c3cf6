package dev.cadastre.server.monitoring.defining;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.monitoring.keeping.MonitorRow;
import dev.cadastre.server.monitoring.keeping.MonitorTable.Fresh;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoverageTest {

    private static MonitorRow living(long id, long definition, String asset, int host) {
        return new MonitorRow(id, definition, "disk", asset, host, "qa", Instant.EPOCH);
    }

    private static Fresh wanted(long definition, String asset, int host) {
        return new Fresh(definition, "disk", asset, host, "qa");
    }

    @Test
    void addsWhatIsNewAndEndsWhatIsGone() {
        Coverage coverage =
                Coverage.of(
                        List.of(wanted(1, "host:a", 1), wanted(1, "host:b", 2)),
                        List.of(living(10, 1, "host:a", 1), living(11, 1, "host:c", 3)));

        assertThat(coverage.added()).containsExactly(wanted(1, "host:b", 2));
        assertThat(coverage.ended()).containsExactly(living(11, 1, "host:c", 3));
        assertThat(coverage.changed()).isEmpty();
    }

    @Test
    void keepsTheMonitorOfAHostThatHasAnotherName() {
        Coverage coverage =
                Coverage.of(
                        List.of(wanted(1, "host:new", 1)), List.of(living(10, 1, "host:old", 1)));

        assertThat(coverage.changed()).containsExactly(living(10, 1, "host:new", 1));
        assertThat(coverage.added()).isEmpty();
        assertThat(coverage.ended()).isEmpty();
    }

    @Test
    void doesNothingIfAllIsAsItShouldBe() {
        Coverage coverage =
                Coverage.of(
                        List.of(wanted(1, "external:x", 0), wanted(2, "external:x", 0)),
                        List.of(living(10, 1, "external:x", 0), living(11, 2, "external:x", 0)));

        assertThat(coverage).isEqualTo(new Coverage(List.of(), List.of(), List.of()));
    }
}
