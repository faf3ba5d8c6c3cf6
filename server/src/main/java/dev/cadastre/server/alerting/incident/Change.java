package dev.cadastre.server.alerting.incident;

import dev.cadastre.server.alerting.Failure;
import dev.cadastre.server.monitoring.MonitorState;
import dev.cadastre.server.monitoring.state.Standing;
import dev.cadastre.server.monitoring.state.StateChange;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something else is thought of what may be a failure.
 *
 * @param key what tells it apart
 * @param monitor the monitor; null if another system told it
 * @param name what the monitor or alert is called
 * @param asset what it is about
 * @param environment where that is
 * @param verdict whether it is a failure now
 * @param state how bad it is
 * @param output what was found
 * @param since since when it is so bad
 * @param at when it came to be thought
 * @param because the asset that it cannot work because of; null if it is not because of another
 * @param reason why it is no failure, as a sentence; empty if it is one
 */
public record Change(
        String key,
        @Nullable Long monitor,
        String name,
        String asset,
        String environment,
        Verdict verdict,
        MonitorState state,
        String output,
        Instant since,
        Instant at,
        @Nullable String because,
        String reason) {

    /** Why what is in a downtime is no failure. */
    public static final String DOWNTIME = "A downtime has begun";

    private static final String MONITOR = "monitor:";
    private static final int LONGEST_OUTPUT = 1_000;

    /** What it is called as a failure that a monitor found. */
    public static String key(long monitor) {
        return MONITOR + monitor;
    }

    /** What a monitor's change means. */
    public static Change of(StateChange change) {
        return of(
                new Subject(change.monitor(), change.name(), change.asset(), change.environment()),
                change.after(),
                change.output(),
                change.at());
    }

    /** A monitor. */
    public record Subject(long monitor, String name, String asset, String environment) {}

    /** What is to be thought of a monitor by how it stands. */
    public static Change of(Subject of, Standing standing, String output, Instant at) {
        Verdict verdict = verdict(standing);
        MonitorState state =
                verdict == Verdict.FLAPS && !standing.hard().isProblem()
                        ? MonitorState.WARNING
                        : standing.hard();
        return new Change(
                key(of.monitor()),
                of.monitor(),
                of.name(),
                of.asset(),
                of.environment(),
                verdict,
                state,
                verdict == Verdict.FLAPS ? "It flaps: " + plain(output) : plain(output),
                standing.hard().isProblem() ? earlier(standing) : at,
                at,
                standing.reachability().isUnreachable() ? standing.reachability().because() : null,
                verdict == Verdict.FINE ? reason(standing) : "");
    }

    /** A problem began with the first result that told of it. */
    private static Instant earlier(Standing standing) {
        return standing.since().isBefore(standing.hardSince())
                ? standing.since()
                : standing.hardSince();
    }

    /** The end of a monitor. */
    public static Change gone(long monitor, Instant at) {
        return new Change(
                key(monitor),
                monitor,
                "",
                "",
                "",
                Verdict.FINE,
                MonitorState.PENDING,
                "",
                at,
                at,
                null,
                "It is no longer monitored");
    }

    /** Whether a monitor's change makes a difference to failures. */
    public static boolean matters(StateChange change) {
        Verdict before = verdict(change.before());
        Verdict after = verdict(change.after());
        return before != after
                || (after == Verdict.FAILS && change.before().hard() != change.after().hard());
    }

    private static Verdict verdict(Standing standing) {
        if (standing.reachability().isUnreachable() || standing.downtime()) {
            return Verdict.FINE;
        }
        if (standing.flapping().flaps()) {
            return Verdict.FLAPS;
        }
        if (!standing.hard().isProblem()) {
            return Verdict.FINE;
        }
        return standing.isSoft() ? Verdict.IN_DOUBT : Verdict.FAILS;
    }

    private static String reason(Standing standing) {
        if (standing.reachability().isUnreachable()) {
            return "%s, which it needs, is down".formatted(standing.reachability().because());
        }
        return standing.downtime()
                ? DOWNTIME
                : Objects.requireNonNullElse(standing.why(), "It works again");
    }

    /** What a database can hold, and a person reads. */
    private static String plain(String output) {
        String bounded = output.length() <= LONGEST_OUTPUT ? output : cut(output);
        return bounded.replace('\0', ' ');
    }

    private static String cut(String output) {
        int end =
                Character.isHighSurrogate(output.charAt(LONGEST_OUTPUT - 1))
                        ? LONGEST_OUTPUT - 1
                        : LONGEST_OUTPUT;
        return output.substring(0, end) + "…";
    }

    /** The failure that it is. */
    Failure failure() {
        return new Failure(
                key, monitor, name, asset, environment, state, output, since, null, null);
    }
}
