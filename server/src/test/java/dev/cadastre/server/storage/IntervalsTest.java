package dev.cadastre.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.ServerTest;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ServerTest
class IntervalsTest {

    private static final String TABLE = "intervals_test.state";

    @Autowired private Intervals intervals;
    @Autowired private JdbcClient jdbc;
    @Autowired private TransactionTemplate transaction;

    private final Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @BeforeEach
    void makeTable() {
        jdbc.sql("create schema if not exists intervals_test").update();
        jdbc.sql(
                        """
                        create table if not exists intervals_test.state (
                            subject bigint not null, key text not null, value json not null,
                            since timestamptz not null,
                            until timestamptz not null default 'infinity',
                            primary key (subject, key, until)) partition by range (until)
                        """)
                .update();
        jdbc.sql(
                        """
                        create table if not exists intervals_test.state_open
                        partition of intervals_test.state
                        for values from ('infinity') to (maxvalue)
                        """)
                .update();
        intervals.prepare(TABLE);
    }

    @Test
    void answersEveryMomentAsIfEachStateHadBeenKept() {
        Random random = new Random(7);
        List<Map<String, String>> states = new ArrayList<>();
        for (int step = 0; step < 40; step++) {
            Map<String, String> state = state(random);
            states.add(state);
            apply(1, state, start.plusSeconds(step));
        }

        for (int step = 0; step < 40; step++) {
            assertThat(Intervals.values(intervals.at(TABLE, 1, start.plusSeconds(step))))
                    .isEqualTo(states.get(step));
        }
        assertThat(Intervals.values(intervals.open(TABLE, 1))).isEqualTo(states.getLast());
        assertThat(intervals.at(TABLE, 1, start.minusSeconds(1))).isEmpty();
    }

    @Test
    void writesNothingForAnEqualState() {
        apply(2, Map.of("a", "1"), start);

        IntervalChanges changes = apply(2, Map.of("a", "1"), start.plusSeconds(1));

        assertThat(changes.none()).isTrue();
        assertThat(intervals.history(TABLE, 2, "a"))
                .containsExactly(new Interval("a", "1", start, null));
    }

    @Test
    void dropsAValueThatLastedNoTime() {
        apply(3, Map.of("a", "1"), start);
        apply(3, Map.of("a", "2"), start);

        assertThat(intervals.history(TABLE, 3, "a"))
                .containsExactly(new Interval("a", "2", start, null));
    }

    @Test
    void keepsInOrderWhatChangesAfterTheClockWasPutBack() {
        apply(5, Map.of("a", "1"), start);
        apply(5, Map.of("a", "2"), start.minusSeconds(3_600));
        apply(5, Map.of(), start.minusSeconds(3_500));
        apply(5, Map.of("a", "3"), start.minusSeconds(3_400));

        assertThat(intervals.history(TABLE, 5, "a"))
                .containsExactly(
                        new Interval("a", "3", micros(2), null),
                        new Interval("a", "2", micros(1), micros(2)),
                        new Interval("a", "1", start, micros(1)));
    }

    @Test
    void keepsInOrderWhatChangesForManyAfterTheClockWasPutBack() {
        change(6, "1", start);
        change(7, "1", start.minusSeconds(7_200));
        change(6, "2", start.minusSeconds(3_600));
        change(7, "2", start.minusSeconds(3_600));

        assertThat(intervals.history(TABLE, 6, "a"))
                .containsExactly(
                        new Interval("a", "2", micros(1), null),
                        new Interval("a", "1", start, micros(1)));
        assertThat(intervals.history(TABLE, 7, "a"))
                .extracting(Interval::since)
                .containsExactly(start.minusSeconds(3_600), start.minusSeconds(7_200));
    }

    @Test
    void endsAndBeginsForAllAfterTheClockWasPutBack() {
        long[] subjects = {8, 9};
        transaction.executeWithoutResult(
                status -> intervals.beginOfAll(TABLE, subjects, "a", "1", start));
        transaction.executeWithoutResult(
                status -> intervals.endOfAll(TABLE, subjects, "a", start.minusSeconds(60)));
        transaction.executeWithoutResult(
                status -> intervals.beginOfAll(TABLE, subjects, "a", "2", start.minusSeconds(50)));

        for (long subject : subjects) {
            assertThat(intervals.history(TABLE, subject, "a"))
                    .containsExactly(
                            new Interval("a", "2", micros(1), null),
                            new Interval("a", "1", start, micros(1)));
        }
    }

    @Test
    void forgetsWhatEndedInAMonthThatIsOver() {
        apply(4, Map.of("a", "1", "b", "1"), start.minus(Duration.ofDays(62)));
        jdbc.sql("update intervals_test.state set until = ? where subject = 4 and key = 'a'")
                .param(Timestamp.from(start.minus(Duration.ofDays(31))))
                .update();

        intervals.dropBefore(TABLE, start.plus(Duration.ofDays(1)));

        assertThat(intervals.history(TABLE, 4, "a")).isEmpty();
        assertThat(intervals.history(TABLE, 4, "b")).hasSize(1);
    }

    private Instant micros(int after) {
        return start.plus(after, ChronoUnit.MICROS);
    }

    private void change(long subject, String value, Instant now) {
        transaction.executeWithoutResult(status ->
                intervals.changeAll(
                        TABLE,
                        new long[] {subject},
                        new String[] {"a"},
                        new String[] {value},
                        now));
    }

    private static Map<String, String> state(Random random) {
        Map<String, String> state = new HashMap<>();
        for (String key : List.of("a", "b", "c", "d", "e")) {
            if (random.nextInt(3) > 0) {
                state.put(key, String.valueOf(random.nextInt(3)));
            }
        }
        return state;
    }

    private IntervalChanges apply(long subject, Map<String, String> wanted, Instant now) {
        return Objects.requireNonNull(
                transaction.execute(status -> intervals.apply(TABLE, subject, wanted, now)));
    }
}
