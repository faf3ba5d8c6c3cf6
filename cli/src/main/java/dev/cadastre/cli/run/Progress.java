package dev.cadastre.cli.run;

import dev.cadastre.change.Status;
import dev.cadastre.change.run.Ending;
import dev.cadastre.change.run.RunEntry;
import dev.cadastre.change.run.RunListener;
import dev.cadastre.change.run.RunView;
import dev.cadastre.change.run.Step;
import dev.cadastre.cli.session.Session;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Tells how a run comes along: a line for each step at each host, and what commands print if that
 * is asked for. It goes beside the answer, to standard error. Thread-safe.
 */
public final class Progress implements RunListener {

    private static final int MOST_PENDING = 4096;

    private final Session session;
    private final boolean verbose;
    private final Map<Step, StringBuilder> pending = new HashMap<>();

    /** Tells that session. */
    public Progress(Session session, boolean verbose) {
        this.session = session;
        this.verbose = verbose;
    }

    @Override
    public synchronized void wrote(RunEntry entry, RunView view) {
        switch (entry) {
            case RunEntry.Ended ended -> ended(ended.step(), ended.ending());
            case RunEntry.Looked looked ->
                    session.remark("%s: %s".formatted(looked.step(), looked.reason()));
            case RunEntry.Paused paused -> session.remark("Paused: " + paused.reason());
            case RunEntry.Requested requested ->
                    session.remark("%s asked to %s.".formatted(requested.who(), words(requested)));
            default -> {}
        }
    }

    private static String words(RunEntry.Requested requested) {
        return requested.request().getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private void ended(Step step, Ending ending) {
        flush(step);
        boolean isWork =
                switch (step.kind()) {
                    case JOB, UNDO, RESTART, RELOAD -> true;
                    case REACH, OPEN, RELEASE -> false;
                };
        if (isWork || ending.status() != Status.OK) {
            line(step, ending);
        }
    }

    private void line(Step step, Ending ending) {
        String outcome =
                ending.status() == Status.OK
                        ? ending.changed() ? "changed" : "ok"
                        : ending.status().words();
        session.remark(
                "%s: %s, %s%s"
                        .formatted(
                                step,
                                outcome,
                                RunColumns.duration(ending.took().toMillis()),
                                why(ending)));
    }

    private static String why(Ending ending) {
        List<String> wishes = ending.wishes();
        if (ending.status() == Status.OK && ending.changed() && !wishes.isEmpty()) {
            return ": " + RunColumns.changes(wishes);
        }
        return ending.reason().isEmpty() ? "" : ": " + ending.reason();
    }

    @Override
    public synchronized void printed(Step step, String text) {
        if (!verbose) {
            return;
        }
        StringBuilder line = pending.computeIfAbsent(step, _ -> new StringBuilder());
        line.append(text);
        int from = 0;
        for (int end = line.indexOf("\n"); end >= 0; end = line.indexOf("\n", from)) {
            show(step, line.substring(from, end));
            from = end + 1;
        }
        line.delete(0, from);
        if (line.length() > MOST_PENDING) {
            flush(step);
        }
    }

    private void flush(Step step) {
        StringBuilder rest = pending.remove(step);
        if (rest != null && !rest.isEmpty()) {
            show(step, rest.toString());
        }
    }

    private void show(Step step, String line) {
        session.remark("%s | %s".formatted(step, line));
    }
}
