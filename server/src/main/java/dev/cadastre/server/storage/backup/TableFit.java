package dev.cadastre.server.storage.backup;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Compares the tables of a backup with those that this program made, of the same version. Only
 * partitions by month may be missing, since the server makes them as months come.
 */
final class TableFit {

    private static final Pattern MONTHLY = Pattern.compile("([a-z_]+)_([0-9]{4})_([0-9]{2})");

    private final Map<String, StoredTable> made = new HashMap<>();
    private final Map<String, StoredTable> partitioned = new HashMap<>();

    TableFit(List<StoredTable> made, List<StoredTable> partitioned) {
        made.forEach(table -> this.made.put(table.quoted(), table));
        partitioned.forEach(table -> this.partitioned.put(table.quoted(), table));
    }

    /**
     * The statements that make what is missing.
     *
     * @throws BackupRefused if the tables are not the same otherwise
     */
    List<String> missing(List<StoredTable> stored) {
        Set<String> absent = new HashSet<>(made.keySet());
        List<String> statements = new ArrayList<>();
        for (StoredTable table : stored) {
            absent.remove(table.quoted());
            StoredTable own = made.get(table.quoted());
            if (own == null) {
                statements.add(partition(table));
            } else if (!Set.copyOf(own.columns()).equals(new HashSet<>(table.columns()))) {
                throw unfit(table, "has other columns");
            }
        }
        if (!absent.isEmpty()) {
            throw BackupRefused.damaged("it lacks the table " + absent.iterator().next());
        }
        return statements;
    }

    private String partition(StoredTable table) {
        Matcher name = MONTHLY.matcher(table.name());
        StoredTable whole = whole(table);
        if (whole == null || !name.matches() || !name.group(1).equals(whole.name())) {
            throw unfit(table, "is none of them");
        }
        if (!Set.copyOf(whole.columns()).equals(new HashSet<>(table.columns()))) {
            throw unfit(table, "has other columns");
        }
        YearMonth month = month(table, name);
        return "create table %s partition of %s for values from ('%s') to ('%s')"
                .formatted(
                        table.quoted(), whole.quoted(), start(month), start(month.plusMonths(1)));
    }

    private @Nullable StoredTable whole(StoredTable table) {
        return table.of() == null
                ? null
                : partitioned.get(
                        new StoredTable(table.part(), table.of(), null, List.of()).quoted());
    }

    private static YearMonth month(StoredTable table, Matcher name) {
        try {
            return YearMonth.of(Integer.parseInt(name.group(2)), Integer.parseInt(name.group(3)));
        } catch (DateTimeException e) {
            throw unfit(table, "is of no month");
        }
    }

    private static String start(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant().toString();
    }

    private static BackupRefused unfit(StoredTable table, String why) {
        return BackupRefused.damaged(
                "its table %s.%s %s as this program knows tables of its version"
                        .formatted(table.part(), table.name(), why));
    }
}
