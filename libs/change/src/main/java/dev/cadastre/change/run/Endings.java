package dev.cadastre.change.run;

import dev.cadastre.change.Status;
import dev.cadastre.change.script.ScriptAnswer;
import dev.cadastre.change.text.Masking;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What the answers of hosts, and of this machine, mean for a step. Pure. */
final class Endings {

    private Endings() {}

    /**
     * How a script ended.
     *
     * @param limit how long it may take
     */
    static Ending of(HostSession.Running running, Duration limit) {
        if (running instanceof HostSession.Answered answered) {
            return of(answered.answer());
        }
        if (running instanceof HostSession.Refused refused) {
            return Ending.not(Status.FAILED, refused.code(), refused.reason());
        }
        if (running instanceof HostSession.OutOfReach outOfReach) {
            return Ending.cut(
                    Status.ERROR,
                    "out-of-reach",
                    "the host was lost: %s; whether it took effect is looked at when the run is"
                                    .formatted(outOfReach.reason())
                            + " resumed");
        }
        return running instanceof HostSession.Stopped
                ? Ending.cut(Status.STOPPED, "stopped", "it was ended as the run was stopped")
                : Ending.cut(Status.TIMED_OUT, "timed-out", "it took longer than " + words(limit));
    }

    private static String words(Duration limit) {
        return limit.toString().substring(2).toLowerCase(Locale.ROOT);
    }

    /** What was thrown, for people. */
    static String words(Throwable thrown) {
        return thrown instanceof UncheckedIOException unreadable
                ? "a file of the change cannot be read: " + unreadable.getCause()
                : "a fault of the program: " + thrown;
    }

    /** How a script that was to act ended, by what it said. */
    static Ending of(ScriptAnswer answer) {
        return switch (answer.kind()) {
            case UNCHANGED -> of(Status.OK, false, answer);
            case CHANGED -> of(Status.OK, true, answer);
            case STALE, REFUSED -> of(Status.FAILED, false, answer);
            // One that wished for nothing was a test, and changed nothing.
            case FAILED -> of(Status.FAILED, !answer.wishes().isEmpty(), answer);
            case BROKEN, WOULD_CHANGE -> of(Status.ERROR, true, answer);
        };
    }

    private static Ending of(Status status, boolean changed, ScriptAnswer answer) {
        boolean ok = status == Status.OK;
        return new Ending(
                status,
                changed,
                ok ? "" : code(answer),
                answer.reason(),
                Duration.ZERO,
                changed ? answer.wishes() : List.of(),
                changed ? answer.differences() : List.of(),
                answer.before(),
                answer.output());
    }

    private static String code(ScriptAnswer answer) {
        return answer.code().isEmpty()
                ? answer.kind().name().toLowerCase(Locale.ROOT).replace('_', '-')
                : answer.code();
    }

    /** How waiting for a monitor ended. */
    static Ending of(Monitors.Waiting waiting) {
        if (waiting instanceof Monitors.Arrived arrived) {
            return Ending.ok(arrived.reason());
        }
        if (waiting instanceof Monitors.Late late) {
            return Ending.not(Status.TIMED_OUT, "timed-out", late.reason());
        }
        return waiting instanceof Monitors.Unknown unknown
                ? Ending.not(Status.ERROR, "no-monitor", unknown.reason())
                : Ending.not(Status.STOPPED, "stopped", "it was ended as the run was stopped");
    }

    /** Without secrets that anybody could read. */
    static Ending masked(Ending ending, RunSecrets secrets) {
        Masking masking = secrets.masking();
        return new Ending(
                ending.status(),
                ending.changed(),
                ending.code(),
                masking.masked(ending.reason()),
                ending.took(),
                ending.wishes().stream().map(masking::masked).toList(),
                ending.differences().stream().map(masking::masked).toList(),
                secrets.kept(ending.before()),
                masking.masked(ending.output()));
    }
}
