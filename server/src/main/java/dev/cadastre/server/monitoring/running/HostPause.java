package dev.cadastre.server.monitoring.running;

import dev.cadastre.server.dispatch.CommandResult;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A host that could not be reached is left alone for a while, the longer the more often that was
 * so. Immutable and pure.
 *
 * @param failures how many attempts have failed since the last that did not, at least one
 * @param last the last one
 * @param since when that was
 * @param until when it is tried again
 */
record HostPause(int failures, CommandResult.Unreached last, Instant since, Instant until) {

    /** Shorter than the usual time between two checks of what seems to fail. */
    private static final Duration FIRST = Duration.ofSeconds(10);

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int MOST_DOUBLINGS = 10;

    /** The pause behind the first attempt that failed. */
    static HostPause first(CommandResult.Unreached failure, Instant now) {
        return of(1, failure, now);
    }

    /** The pause behind one more. */
    HostPause next(CommandResult.Unreached failure, Instant now) {
        return of(failures + 1, failure, now);
    }

    private static HostPause of(int failures, CommandResult.Unreached last, Instant now) {
        Duration doubled = FIRST.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        Duration pause = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return new HostPause(failures, last, now, now.plus(pause));
    }

    /** Whether it is over; also if the clock was set back meanwhile. */
    boolean isOver(Instant now) {
        return !now.isBefore(until) || now.isBefore(since);
    }

    /** Why nothing is known of the host, and when something may be. */
    String told() {
        String reason = last.reason();
        return "%s%s It is tried again from %s."
                .formatted(
                        reason,
                        reason.endsWith(".") ? "" : ".",
                        until.truncatedTo(ChronoUnit.SECONDS));
    }
}
