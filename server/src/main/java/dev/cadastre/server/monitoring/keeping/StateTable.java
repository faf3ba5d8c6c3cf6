package dev.cadastre.server.monitoring.keeping;

import dev.cadastre.server.monitoring.LastResult;
import dev.cadastre.server.monitoring.MonitorState;
import dev.cadastre.server.monitoring.state.Flapping;
import dev.cadastre.server.monitoring.state.Reachability;
import dev.cadastre.server.monitoring.state.Standing;
import dev.cadastre.server.storage.Interval;
import dev.cadastre.server.storage.Intervals;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was thought of monitors over time, and the last result of each. */
@Component
public class StateTable {

    static final String NAME = "monitoring.state";

    private static final String KEY = "state";

    /** The most characters that are kept of what a result said, with each state. */
    static final int LONGEST_OUTPUT = 1_000;

    private final JdbcClient jdbc;
    private final Intervals intervals;

    StateTable(JdbcClient jdbc, Intervals intervals) {
        this.jdbc = jdbc;
        this.intervals = intervals;
    }

    /** A standing as it is kept. */
    private record Kept(
            MonitorState state,
            Instant since,
            int attempt,
            MonitorState hard,
            Instant hardSince,
            int changes,
            boolean flaps,
            Reachability.@Nullable Way way,
            @Nullable String because,
            boolean downtime,
            @Nullable String why,
            @Nullable String output) {

        static Kept of(Standing one, @Nullable String output) {
            return new Kept(
                    one.state(),
                    one.since(),
                    one.attempt(),
                    one.hard(),
                    one.hardSince(),
                    one.flapping().changes(),
                    one.flapping().flaps(),
                    one.reachability().way(),
                    one.reachability().because(),
                    one.downtime(),
                    one.why(),
                    output);
        }

        Standing standing() {
            return new Standing(
                    state,
                    since,
                    attempt,
                    hard,
                    hardSince,
                    new Flapping(changes, flaps),
                    new Reachability(
                            Objects.requireNonNullElse(way, Reachability.Way.REACHABLE), because),
                    downtime,
                    why);
        }
    }

    /** A result as it is kept. */
    private record KeptResult(
            MonitorState state,
            @Nullable String output,
            @Nullable String longOutput,
            @Nullable List<String> metrics,
            @Nullable List<String> problems,
            long tookMicros,
            @Nullable String by) {

        static KeptResult of(LastResult one) {
            return new KeptResult(
                    one.state(),
                    one.output(),
                    one.longOutput(),
                    one.metrics(),
                    one.problems(),
                    one.took().toNanos() / 1_000,
                    one.by());
        }

        LastResult result(Instant at) {
            return new LastResult(
                    at,
                    state,
                    Objects.requireNonNullElse(output, ""),
                    Objects.requireNonNullElse(longOutput, ""),
                    Objects.requireNonNullElse(metrics, List.of()),
                    Objects.requireNonNullElse(problems, List.of()),
                    Duration.ofNanos(tookMicros * 1_000),
                    Objects.requireNonNullElse(by, ""));
        }
    }

    /** What is thought of each living monitor, by id. */
    public Map<Long, Standing> standings() {
        Map<Long, Standing> standings = new HashMap<>();
        jdbc.sql("select subject, value from monitoring.state_open")
                .query(row -> {
                    standings.put(
                            row.getLong("subject"),
                            MonitorJson.read(row.getString("value"), Kept.class).standing());
                });
        return standings;
    }

    /**
     * Makes this what is thought of them from now on; of those with null nothing any longer.
     *
     * @param results by which it is thought, of those that have one
     */
    public void change(
            Map<Long, @Nullable Standing> standings, Map<Long, LastResult> results, Instant now) {
        if (standings.isEmpty()) {
            return;
        }
        long[] subjects = standings.keySet().stream().mapToLong(Long::longValue).toArray();
        String[] keys = new String[subjects.length];
        Arrays.fill(keys, KEY);
        @Nullable String[] values =
                Arrays.stream(subjects)
                        .mapToObj(id -> json(standings.get(id), results.get(id)))
                        .toArray(String[]::new);
        intervals.changeAll(NAME, subjects, keys, values, now);
    }

    private static @Nullable String json(@Nullable Standing standing, @Nullable LastResult result) {
        return standing == null
                ? null
                : MonitorJson.write(
                        Kept.of(standing, result == null ? null : shortened(result.output())));
    }

    private static String shortened(String text) {
        if (text.length() <= LONGEST_OUTPUT) {
            return text;
        }
        int end = LONGEST_OUTPUT - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end)
                + "…";
    }

    /** The history of a monitor. */
    public List<PastState> history(long monitor) {
        return intervals.history(NAME, monitor, KEY).stream().map(StateTable::past).toList();
    }

    private static PastState past(Interval interval) {
        Kept kept = MonitorJson.read(interval.value(), Kept.class);
        return new PastState(interval.since(), interval.until(), kept.standing(), kept.output());
    }

    /** The last results of these monitors, by id. */
    public Map<Long, LastResult> results(Collection<Long> monitors) {
        Map<Long, LastResult> results = new HashMap<>();
        jdbc.sql("select monitor, at, value from monitoring.result where monitor = any(?)")
                .param(monitors.stream().mapToLong(Long::longValue).toArray())
                .query(row -> {
                    results.put(
                            row.getLong("monitor"),
                            MonitorJson.read(row.getString("value"), KeptResult.class)
                                    .result(row.getTimestamp("at").toInstant()));
                });
        return results;
    }

    /** Makes these the last results. */
    public void keep(Map<Long, LastResult> results) {
        if (results.isEmpty()) {
            return;
        }
        List<Map.Entry<Long, LastResult>> all = List.copyOf(results.entrySet());
        jdbc.sql(
                        """
                        insert into monitoring.result (monitor, at, value)
                        select monitor, at, cast(value as json)
                        from unnest(?, ?, ?) as told (monitor, at, value)
                        on conflict (monitor) do update
                          set at = excluded.at, value = excluded.value
                        """)
                .param(all.stream().mapToLong(Map.Entry::getKey).toArray())
                .param(
                        all.stream()
                                .map(one -> Timestamp.from(one.getValue().at()))
                                .toArray(Timestamp[]::new))
                .param(
                        all.stream()
                                .map(one -> MonitorJson.write(KeptResult.of(one.getValue())))
                                .toArray(String[]::new))
                .update();
    }

    /** Forgets the last results of monitors. */
    public void forget(Collection<Long> monitors) {
        jdbc.sql("delete from monitoring.result where monitor = any(?)")
                .param(monitors.stream().mapToLong(Long::longValue).toArray())
                .update();
    }
}
