package dev.cadastre.server.monitoring.state;

import dev.cadastre.server.monitoring.MonitorState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * What is thought of a monitor by now.
 *
 * @param state what its last result said
 * @param since since when results have said so without a break
 * @param attempt how many results in a row told of a problem, while that is not yet certain; 0
 *     where it is
 * @param hard what is certain: what was told, and what is told again only if it changes
 * @param hardSince since when
 * @param flapping how often it changes
 * @param reachability whether what it needs works
 * @param downtime whether somebody said that it may be down for now
 * @param why what led to this, for a person
 */
@NamedInterface("state")
public record Standing(
        MonitorState state,
        Instant since,
        int attempt,
        MonitorState hard,
        Instant hardSince,
        Flapping flapping,
        Reachability reachability,
        boolean downtime,
        @Nullable String why) {

    /** One that has not been checked. */
    public static Standing pending(Instant now) {
        return pending(now, "It has not been checked yet");
    }

    /** One that is not to be checked. */
    public static Standing off(Instant now) {
        return pending(now, "It is switched off");
    }

    private static Standing pending(Instant now, String reason) {
        return new Standing(
                MonitorState.PENDING,
                now,
                0,
                MonitorState.PENDING,
                now,
                Flapping.NONE,
                Reachability.REACHABLE,
                false,
                reason);
    }

    /** Whether the last result told something else than what is certain. */
    public boolean isSoft() {
        return attempt > 0;
    }

    /** Whether a person is to hear of it: it is certain, expected to work, and does not flap. */
    public boolean isToBeTold() {
        return hard.isProblem() && !reachability.isUnreachable() && !downtime && !flapping.flaps();
    }

    Standing withReachability(Reachability other, String reason) {
        return new Standing(
                state, since, attempt, hard, hardSince, flapping, other, downtime, reason);
    }

    Standing withDowntime(boolean other, String reason) {
        return new Standing(
                state, since, attempt, hard, hardSince, flapping, reachability, other, reason);
    }

    Standing withAttempt(int other) {
        return new Standing(
                state, since, other, hard, hardSince, flapping, reachability, downtime, why);
    }
}
