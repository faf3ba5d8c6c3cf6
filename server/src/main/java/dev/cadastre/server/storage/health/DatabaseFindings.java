package dev.cadastre.server.storage.health;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with the database, by its own figures. Pure. */
final class DatabaseFindings {

    private static final String DATABASE = "database";

    /** Below that, no table is worth a thought. */
    private static final long MANY_ROWS = 100_000;

    /** PostgreSQL itself begins to freeze at 200 million, and stops writing at 2 billion. */
    private static final long OLD_AGE = 500_000_000;

    private static final long LAST_AGE = 1_500_000_000;
    private static final Duration LONG = Duration.ofHours(1);

    private DatabaseFindings() {}

    /** The rows of a table that there are, and those that are deleted and take room still. */
    record TableRows(String table, long live, long dead) {}

    /**
     * The figures of a whole database.
     *
     * @param age how many transactions ago its oldest rows were written that are not frozen
     * @param connections how many there are, of whomever
     * @param mostConnections how many it takes
     * @param oldest how long the oldest transaction has gone on
     */
    record Figures(long age, int connections, int mostConnections, Duration oldest) {}

    /**
     * The connections of this server.
     *
     * @param active how many are at work
     * @param most how many there may be
     * @param waiting how many threads wait for one
     */
    record Pool(int active, int most, int waiting) {}

    static List<Finding> of(List<TableRows> tables, Figures figures, Pool pool) {
        List<Finding> findings = new ArrayList<>();
        tables.stream()
                .filter(table -> table.dead() >= MANY_ROWS && table.dead() > table.live())
                .map(DatabaseFindings::deadRows)
                .forEach(findings::add);
        age(figures.age(), findings);
        if (figures.connections() * 10L >= figures.mostConnections() * 9L) {
            findings.add(
                    Finding.warning(
                            FindingKind.CONNECTIONS_FEW,
                            DATABASE,
                            "%d of the %d connections that it takes are in use"
                                    .formatted(figures.connections(), figures.mostConnections())));
        }
        if (figures.oldest().compareTo(LONG) > 0) {
            findings.add(
                    Finding.warning(
                            FindingKind.TRANSACTION_OLD,
                            DATABASE,
                            "A transaction has been open for %d minutes"
                                    .formatted(figures.oldest().toMinutes())));
        }
        if (pool.waiting() > 0 && pool.active() >= pool.most()) {
            findings.add(exhausted(pool));
        }
        return findings;
    }

    private static Finding deadRows(TableRows table) {
        return Finding.warning(
                FindingKind.DEAD_ROWS,
                table.table(),
                "It has %,d rows, and %,d deleted ones that take room"
                        .formatted(table.live(), table.dead()));
    }

    private static void age(long age, List<Finding> findings) {
        if (age >= OLD_AGE) {
            findings.add(
                    new Finding(
                            FindingKind.WRAPAROUND,
                            age >= LAST_AGE ? Severity.ERROR : Severity.WARNING,
                            DATABASE,
                            ("Its oldest rows were not vacuumed for %,d transactions; it stops"
                                            + " writing at about 2,000,000,000")
                                    .formatted(age)));
        }
    }

    private static Finding exhausted(Pool pool) {
        return new Finding(
                FindingKind.POOL_EXHAUSTED,
                pool.waiting() >= pool.most() ? Severity.ERROR : Severity.WARNING,
                DATABASE,
                "All %d connections of the server are at work, and %d threads wait for one"
                        .formatted(pool.most(), pool.waiting()));
    }
}
