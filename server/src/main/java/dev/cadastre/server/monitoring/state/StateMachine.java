package dev.cadastre.server.monitoring.state;

import dev.cadastre.server.monitoring.MonitorState;
import dev.cadastre.server.monitoring.state.Reachability.Way;
import java.time.Instant;

/**
 * Decides what is thought of a monitor after something happened to it.
 *
 * <p>A problem is soft at first: it is certain when as many further results as there are retries
 * told of a problem too, whichever. From then on it is hard, and another problem or the end of it
 * is so at once. A problem never becomes certain while something that the monitor needs is down or
 * in doubt; when that works again, counting begins anew, since what is known of the monitor may be
 * from before. Pure.
 *
 * @param retries how many results must agree with the first that tells of a problem, 0 or more
 */
public record StateMachine(int retries) {

    /** After a result, which is never {@link MonitorState#PENDING}. */
    public Standing result(Standing before, MonitorState state, Instant now) {
        boolean same = before.state() == state;
        Flapping flapping =
                before.state() == MonitorState.PENDING
                        ? before.flapping()
                        : before.flapping().with(!same && isItsOwn(before));
        Instant since = same ? before.since() : now;
        int attempt = attempt(before, state);
        boolean certain = attempt == 0;
        MonitorState hard = certain ? state : before.hard();
        return new Standing(
                state,
                since,
                attempt,
                hard,
                hard == before.hard() ? before.hardSince() : now,
                flapping,
                before.reachability(),
                before.downtime(),
                why(before, state, attempt));
    }

    /** What changes because of something else does not flap by itself. */
    private static boolean isItsOwn(Standing before) {
        return before.reachability().way() == Reachability.Way.REACHABLE;
    }

    private int attempt(Standing before, MonitorState state) {
        if (!state.isProblem()) {
            return 0;
        }
        if (before.hard().isProblem()) {
            return before.attempt() > 0 ? counted(before) : 0;
        }
        return counted(before);
    }

    /** 0 once it is enough; what is doubtful stays one short of that. */
    private int counted(Standing before) {
        return switch (before.reachability().way()) {
            case UNREACHABLE -> 1;
            case DOUBTFUL -> Math.min(before.attempt() + 1, Math.max(1, retries));
            case REACHABLE -> before.attempt() >= retries ? 0 : before.attempt() + 1;
        };
    }

    private String why(Standing before, MonitorState state, int attempt) {
        if (!state.isProblem()) {
            return before.state().isProblem() ? "It works again" : "It works";
        }
        if (attempt == 0) {
            return before.isSoft()
                    ? "%d results in a row told of a problem".formatted(before.attempt() + 1)
                    : "The last result told of it";
        }
        return switch (before.reachability().way()) {
            case UNREACHABLE ->
                    "%s, which it needs, is down".formatted(before.reachability().because());
            case DOUBTFUL ->
                    "%s, which it needs, is looked at first"
                            .formatted(before.reachability().because());
            case REACHABLE -> "Result %d of %d that must agree".formatted(attempt, retries + 1);
        };
    }

    /** After what it needs stopped working, came to be in doubt, or works again. */
    public Standing reachability(Standing before, Reachability now) {
        if (before.reachability().equals(now)) {
            return before;
        }
        Standing after =
                before.withReachability(
                        now,
                        switch (now.way()) {
                            case UNREACHABLE ->
                                    "%s, which it needs, is down".formatted(now.because());
                            case DOUBTFUL ->
                                    "%s, which it needs, is looked at first"
                                            .formatted(now.because());
                            case REACHABLE -> "What it needs works; it is checked again";
                        });
        boolean again = before.reachability().isUnreachable() && now.way() != Way.UNREACHABLE;
        return again && after.state().isProblem() ? after.withAttempt(1) : after;
    }

    /** After a downtime began or ended. */
    public Standing downtime(Standing before, boolean now) {
        return before.downtime() == now
                ? before
                : before.withDowntime(now, now ? "A downtime has begun" : "The downtime is over");
    }
}
