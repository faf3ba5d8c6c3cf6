package dev.cadastre.server.storage.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class MonthsTest {

    private static Months months(String... months) {
        return Months.of(
                "a.b", new TreeSet<>(List.of(months).stream().map(YearMonth::parse).toList()));
    }

    @Test
    void tellsWhenTheNextIsMade() {
        assertThat(months("2026-10", "2027-01", "2026-12"))
                .isEqualTo(
                        new Months(
                                "a.b",
                                3,
                                YearMonth.of(2026, 10),
                                YearMonth.of(2027, 1),
                                Instant.parse("2026-12-01T00:00:00Z")));
    }

    @Test
    void tellsThatThereIsNone() {
        assertThat(months()).isEqualTo(new Months("a.b", 0, null, null, null));
    }
}
