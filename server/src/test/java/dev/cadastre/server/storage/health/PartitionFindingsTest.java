package dev.cadastre.server.storage.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PartitionFindingsTest {

    /** In the last month of a year, the next one is of another. */
    private static final Instant NOW = Instant.parse("2026-12-31T23:59:59Z");

    private static SortedSet<YearMonth> months(String... months) {
        return new TreeSet<>(Stream.of(months).map(YearMonth::parse).toList());
    }

    private static List<Finding> findings(
            Map<String, Instant> limits, SortedSet<YearMonth> months) {
        return PartitionFindings.of(Map.of("a.b", months), limits, NOW);
    }

    @Test
    void wantsThisMonthAndTheNext() {
        assertThat(findings(Map.of(), months("2026-12", "2027-01"))).isEmpty();
        assertThat(findings(Map.of(), months("2026-12")))
                .containsExactly(
                        Finding.error(
                                FindingKind.PARTITION_MISSING,
                                "a.b",
                                "It has no partition for 2027-01"));
        assertThat(findings(Map.of(), months())).hasSize(2);
    }

    @Test
    void findsAMonthThatWasToGo() {
        Map<String, Instant> limits = Map.of("a.b", Instant.parse("2026-03-15T00:00:00Z"));

        assertThat(findings(limits, months("2026-03", "2026-12", "2027-01"))).isEmpty();
        assertThat(findings(limits, months("2026-02", "2026-12", "2027-01")))
                .containsExactly(
                        Finding.warning(
                                FindingKind.RETENTION_BEHIND,
                                "a.b",
                                "It keeps 2026-02, and nothing before 2026-03 is to be kept"));
    }
}
