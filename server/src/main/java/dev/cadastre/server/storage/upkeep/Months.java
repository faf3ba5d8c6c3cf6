package dev.cadastre.server.storage.upkeep;

import dev.cadastre.server.storage.Partitions;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * The months that a table is divided into.
 *
 * @param table with its part, {@code timeline.event}
 * @param count how many there are
 * @param oldest the first; null if there is none
 * @param newest the last; null if there is none
 * @param nextFrom from when on the month after the newest is made; null if there is none
 */
public record Months(
        String table,
        int count,
        @Nullable YearMonth oldest,
        @Nullable YearMonth newest,
        @Nullable Instant nextFrom) {

    static Months of(String table, SortedSet<YearMonth> months) {
        if (months.isEmpty()) {
            return new Months(table, 0, null, null, null);
        }
        YearMonth newest = months.last();
        return new Months(
                table,
                months.size(),
                months.first(),
                newest,
                newest.plusMonths(1)
                        .minusMonths(Partitions.MONTHS_AHEAD)
                        .atDay(1)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant());
    }
}
