package dev.cadastre.server.storage.health;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/** Which months are missing, and which are there too long. Pure. */
final class PartitionFindings {

    private PartitionFindings() {}

    /**
     * @param months those that tables with monthly partitions have
     * @param limits before which retention was to drop those of a table, where it has run
     */
    static List<Finding> of(
            Map<String, ? extends SortedSet<YearMonth>> months,
            Map<String, Instant> limits,
            Instant now) {
        List<Finding> findings = new ArrayList<>();
        YearMonth month = month(now);
        months.forEach((table, known) -> {
            for (YearMonth wanted : List.of(month, month.plusMonths(1))) {
                if (!known.contains(wanted)) {
                    findings.add(
                            Finding.error(
                                    FindingKind.PARTITION_MISSING,
                                    table,
                                    "It has no partition for " + wanted));
                }
            }
            Instant limit = limits.get(table);
            if (limit != null && !known.isEmpty() && known.first().isBefore(month(limit))) {
                findings.add(
                        Finding.warning(
                                FindingKind.RETENTION_BEHIND,
                                table,
                                "It keeps %s, and nothing before %s is to be kept"
                                        .formatted(known.first(), month(limit))));
            }
        });
        return findings;
    }

    private static YearMonth month(Instant moment) {
        return YearMonth.from(moment.atOffset(ZoneOffset.UTC));
    }
}
