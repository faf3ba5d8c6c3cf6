package dev.cadastre.server.storage;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Monthly partitions of tables that are partitioned by range over one time. A partition is named
 * after its table and month, {@code event_2026_11}. Thread-safe.
 */
@Component
public class Partitions {

    /** So many months ahead there are partitions. */
    public static final int MONTHS_AHEAD = 2;

    private static final DateTimeFormatter SUFFIX = DateTimeFormatter.ofPattern("'_'uuuu'_'MM");

    private static final Logger log = LoggerFactory.getLogger(Partitions.class);
    private static final Duration LOCK_WAIT = Duration.ofSeconds(2);
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Map<String, Instant> limits = new ConcurrentHashMap<>();

    /** The months are told by {@code clock}. */
    public Partitions(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /**
     * Makes the partitions from two months ago, in which a demonstration's past may begin, to the
     * one after next, where they are missing.
     *
     * @param table schema and name, {@code timeline.event}
     */
    public void ensureAroundNow(String table) {
        YearMonth now = YearMonth.from(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        for (YearMonth month = now.minusMonths(2);
                !month.isAfter(now.plusMonths(MONTHS_AHEAD));
                month = month.plusMonths(1)) {
            ensure(table, month);
        }
    }

    private void ensure(String table, YearMonth month) {
        jdbc.sql(
                        "create table if not exists %s%s partition of %s for values from ('%s') to ('%s')"
                                .formatted(
                                        table,
                                        month.format(SUFFIX),
                                        table,
                                        start(month),
                                        start(month.plusMonths(1))))
                .update();
    }

    /**
     * Drops the partitions that hold only times before {@code limit}, each in a transaction of its
     * own, and names them. One that others read for long stays until the next time, rather than
     * holding up all who come after.
     */
    public List<String> dropBefore(String table, Instant limit) {
        limits.put(table, limit);
        String lastKept =
                table.substring(table.indexOf('.') + 1)
                        + YearMonth.from(limit.atOffset(ZoneOffset.UTC)).format(SUFFIX);
        String monthly = table.substring(table.indexOf('.') + 1) + "_[0-9]{4}_[0-9]{2}";
        List<String> old =
                jdbc.sql(
                                """
                                select inhrelid::regclass::text from pg_inherits
                                join pg_class on pg_class.oid = inhrelid
                                where inhparent = cast(:table as regclass)
                                and relname ~ ('^' || :monthly || '$') and relname < :lastKept
                                order by 1
                                """)
                        .param("table", table)
                        .param("monthly", monthly)
                        .param("lastKept", lastKept)
                        .query((row, number) -> row.getString(1))
                        .list();
        return old.stream().filter(this::drop).toList();
    }

    /** The limits that {@link #dropBefore} was last given since the server started, by tables. */
    public Map<String, Instant> limits() {
        return Map.copyOf(limits);
    }

    private boolean drop(String partition) {
        try {
            transaction.executeWithoutResult(status -> {
                jdbc.sql("set local lock_timeout = '%dms'".formatted(LOCK_WAIT.toMillis()))
                        .update();
                jdbc.sql("drop table " + partition).update();
            });
            return true;
        } catch (DataAccessException e) {
            if (!(e.getRootCause() instanceof SQLException cause)
                    || !LOCK_NOT_AVAILABLE.equals(cause.getSQLState())) {
                throw e;
            }
            log.warn("{} is past its time, but in use; it is dropped the next time", partition);
            return false;
        }
    }

    private static String start(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant().toString();
    }
}
