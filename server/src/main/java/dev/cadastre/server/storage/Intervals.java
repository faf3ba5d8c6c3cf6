package dev.cadastre.server.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * State over time: for each key of a subject the values that it had, each from one moment up to
 * another, never two at once. Every table of this kind is made by its owner as
 *
 * <pre>{@code
 * create table part.name (
 *     subject bigint not null,
 *     key text not null,
 *     value json not null,
 *     since timestamptz not null,
 *     until timestamptz not null default 'infinity',
 *     primary key (subject, key, until)
 * ) partition by range (until);
 * create table part.name_open partition of part.name for values from ('infinity') to (maxvalue);
 * }</pre>
 *
 * <p>What lasts is in one partition and what has ended in the one of the month in which it ended,
 * so that forgetting is dropping a table. Keys have at most {@link #KEY_LIMIT} characters.
 *
 * <p>A change that comes before an earlier one of the same key, as after the clock was put back, is
 * kept as of a microsecond after that one, so that nothing is lost and the order stays.
 * Thread-safe; writers of one subject take turns, which is up to the caller.
 */
@Component
public class Intervals {

    /** The most characters in a key. */
    public static final int KEY_LIMIT = 600;

    /** When what lasts ends, if that is to be now: after it began, whatever the clock says. */
    private static final String UNTIL = "greatest(?, since + interval '1 microsecond')";

    private final JdbcClient jdbc;
    private final Partitions partitions;

    Intervals(JdbcClient jdbc, Partitions partitions) {
        this.jdbc = jdbc;
        this.partitions = partitions;
    }

    /** Makes the table ready for this month and the next ones; to be called at start and daily. */
    public void prepare(String table) {
        partitions.ensureAroundNow(table);
    }

    /**
     * Makes {@code wanted} the values of the subject from now on: ends what is not wanted and
     * begins what is new.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public IntervalChanges apply(
            String table, long subject, Map<String, String> wanted, Instant now) {
        return apply(table, subject, open -> wanted, now);
    }

    /** As above, where what is wanted depends on what lasts. */
    @Transactional(propagation = Propagation.MANDATORY)
    public IntervalChanges apply(
            String table, long subject, UnaryOperator<Map<String, String>> wanted, Instant now) {
        Map<String, String> open = values(open(table, subject));
        IntervalPlan plan = IntervalPlan.between(open, wanted.apply(open));
        end(table, subject, plan.ending(), now);
        begin(table, subject, plan.beginning(), now);
        return plan.changes();
    }

    /** Begins one value of a key for many subjects, none of which has one. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void beginOfAll(String table, long[] subjects, String key, String value, Instant now) {
        jdbc.sql(
                        """
                        insert into %1$s (subject, key, value, since)
                        select subject, key, cast(value as json), %2$s
                        from (select subject, ? as key, ? as value from unnest(?) as one (subject))
                          as fresh
                        """
                                .formatted(table, since(table)))
                .param(Timestamp.from(now))
                .param(Timestamp.from(now))
                .param(key)
                .param(value)
                .param(subjects)
                .update();
    }

    /**
     * Begins values of many subjects, none of which has one of that key. The arrays have one
     * element for each value.
     *
     * @param now later than any change of these subjects before
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void beginAll(
            String table, long[] subjects, String[] keys, String[] values, Instant now) {
        jdbc.sql(
                        """
                        insert into %s (subject, key, value, since)
                        select subject, key, cast(value as json), ?
                        from unnest(?, ?, ?) as fresh (subject, key, value)
                        """
                                .formatted(table))
                .param(Timestamp.from(now))
                .param(subjects)
                .param(keys)
                .param(values)
                .update();
    }

    /** Ends the value of a key for many subjects, as above. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void endOfAll(String table, long[] subjects, String key, Instant now) {
        // What began in this very moment never was.
        jdbc.sql(
                        """
                        delete from %s
                        where key = ? and until = 'infinity' and subject = any(?) and since = ?
                        """
                                .formatted(table))
                .param(key)
                .param(subjects)
                .param(Timestamp.from(now))
                .update();
        jdbc.sql(
                        """
                        update %s set until = %s
                        where key = ? and until = 'infinity' and subject = any(?)
                        """
                                .formatted(table, UNTIL))
                .param(Timestamp.from(now))
                .param(key)
                .param(subjects)
                .update();
    }

    /**
     * Changes values of many subjects. The arrays have one element for each value, no key of a
     * subject twice; a null value ends the one that there is.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void changeAll(
            String table, long[] subjects, String[] keys, @Nullable String[] values, Instant now) {
        // What began in this very moment never was.
        jdbc.sql(
                        """
                        delete from %s as known using unnest(?, ?) as told (subject, key)
                        where known.subject = told.subject and known.key = told.key
                          and until = 'infinity' and since = ?
                        """
                                .formatted(table))
                .param(subjects)
                .param(keys)
                .param(Timestamp.from(now))
                .update();
        jdbc.sql(
                        """
                        update %s as known set until = %s
                        from unnest(?, ?) as told (subject, key)
                        where known.subject = told.subject and known.key = told.key
                          and until = 'infinity'
                        """
                                .formatted(table, UNTIL))
                .param(Timestamp.from(now))
                .param(subjects)
                .param(keys)
                .update();
        jdbc.sql(
                        """
                        insert into %s (subject, key, value, since)
                        select subject, key, cast(value as json), %s
                        from unnest(?, ?, ?) as fresh (subject, key, value)
                        where value is not null
                        """
                                .formatted(table, since(table)))
                .param(Timestamp.from(now))
                .param(Timestamp.from(now))
                .param(subjects)
                .param(keys)
                .param(values)
                .update();
    }

    /** What lasts. */
    @Transactional(readOnly = true)
    public List<Interval> open(String table, long subject) {
        return jdbc.sql(
                        """
                        select key, value, since, until from %s
                        where subject = ? and until = 'infinity'
                        order by key collate "C"
                        """
                                .formatted(table))
                .param(subject)
                .query(Intervals::interval)
                .list();
    }

    /** What lasted at that moment. */
    @Transactional(readOnly = true)
    public List<Interval> at(String table, long subject, Instant moment) {
        return jdbc.sql(
                        """
                        select key, value, since, until from %s
                        where subject = ? and since <= ? and until > ?
                        order by key collate "C"
                        """
                                .formatted(table))
                .param(subject)
                .param(Timestamp.from(moment))
                .param(Timestamp.from(moment))
                .query(Intervals::interval)
                .list();
    }

    /** All that is known of one key, the newest first. */
    @Transactional(readOnly = true)
    public List<Interval> history(String table, long subject, String key) {
        return jdbc.sql(
                        """
                        select key, value, since, until from %s
                        where subject = ? and key = ?
                        order by until desc
                        """
                                .formatted(table))
                .param(subject)
                .param(key)
                .query(Intervals::interval)
                .list();
    }

    /** Forgets everything about a subject. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void erase(String table, long subject) {
        jdbc.sql("delete from %s where subject = ?".formatted(table)).param(subject).update();
    }

    /** Forgets what ended in a month that was over by {@code limit}, for all subjects. */
    public void dropBefore(String table, Instant limit) {
        partitions.dropBefore(table, limit);
    }

    /** Forgets what ended before {@code limit}, for some subjects. */
    @Transactional
    public void deleteBefore(String table, long[] subjects, Instant limit) {
        jdbc.sql("delete from %s where subject = any(?) and until < ?".formatted(table))
                .param(subjects)
                .param(Timestamp.from(limit))
                .update();
    }

    /** The values by key. */
    public static Map<String, String> values(List<Interval> intervals) {
        Map<String, String> values = HashMap.newHashMap(intervals.size());
        intervals.forEach(interval -> values.put(interval.key(), interval.value()));
        return values;
    }

    private void end(String table, long subject, List<String> keys, Instant now) {
        if (keys.isEmpty()) {
            return;
        }
        // What began in this very moment never was.
        jdbc.sql(
                        """
                        delete from %s
                        where subject = ? and until = 'infinity' and key = any(?) and since = ?
                        """
                                .formatted(table))
                .param(subject)
                .param(keys.toArray(String[]::new))
                .param(Timestamp.from(now))
                .update();
        jdbc.sql(
                        """
                        update %s set until = %s
                        where subject = ? and until = 'infinity' and key = any(?)
                        """
                                .formatted(table, UNTIL))
                .param(Timestamp.from(now))
                .param(subject)
                .param(keys.toArray(String[]::new))
                .update();
    }

    private void begin(String table, long subject, Map<String, String> values, Instant now) {
        if (values.isEmpty()) {
            return;
        }
        List<Map.Entry<String, String>> entries = List.copyOf(values.entrySet());
        jdbc.sql(
                        """
                        insert into %s (subject, key, value, since)
                        select subject, key, cast(value as json), %s
                        from (select ? as subject, key, value from unnest(?, ?) as one (key, value))
                          as fresh
                        """
                                .formatted(table, since(table)))
                .param(Timestamp.from(now))
                .param(Timestamp.from(now))
                .param(subject)
                .param(entries.stream().map(Map.Entry::getKey).toArray(String[]::new))
                .param(entries.stream().map(Map.Entry::getValue).toArray(String[]::new))
                .update();
    }

    /**
     * When what is fresh begins, if that is to be now: not before what there was of it has ended.
     * What ended before now is in other partitions or passed over by the index. Takes now twice.
     */
    private static String since(String table) {
        return """
        greatest(
          ?,
          (select max(before.until) from %s as before
           where before.subject = fresh.subject and before.key = fresh.key
             and before.until > ? and before.until < 'infinity'))
        """
                .formatted(table);
    }

    private static Interval interval(ResultSet row, int number) throws SQLException {
        return new Interval(
                row.getString("key"),
                row.getString("value"),
                row.getTimestamp("since").toInstant(),
                until(row));
    }

    private static @Nullable Instant until(ResultSet row) throws SQLException {
        long millis = row.getTimestamp("until").getTime();
        return millis == PGStatement.DATE_POSITIVE_INFINITY
                ? null
                : row.getTimestamp("until").toInstant();
    }
}
