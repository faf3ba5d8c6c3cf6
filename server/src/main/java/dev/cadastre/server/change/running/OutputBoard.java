package dev.cadastre.server.change.running;

import dev.cadastre.change.run.Step;
import java.util.HashMap;
import java.util.Map;

/** What the steps of a run print while they run, the last of it. Thread-safe. */
final class OutputBoard {

    private static final int LONGEST = 64 * 1024;

    private final Map<Step, StringBuilder> printed = new HashMap<>();

    synchronized void print(Step step, String text) {
        StringBuilder all = printed.computeIfAbsent(step, _ -> new StringBuilder());
        all.append(text);
        if (all.length() > LONGEST) {
            all.delete(0, all.length() - LONGEST / 2);
        }
    }

    /** What was printed so far; empty if nothing was. */
    synchronized String of(Step step) {
        StringBuilder all = printed.get(step);
        return all == null ? "" : all.toString();
    }

    /** The journal has what is to stay of it. */
    synchronized void forget(Step step) {
        printed.remove(step);
    }
}
