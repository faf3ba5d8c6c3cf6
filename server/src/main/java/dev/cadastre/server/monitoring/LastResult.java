package dev.cadastre.server.monitoring;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a check found.
 *
 * @param at when it ended
 * @param state what it says
 * @param output one line for people
 * @param longOutput more lines; may be empty
 * @param metrics values that were measured, each as {@code 'label'=value[unit];warn;crit;min;max}
 * @param problems what was not as it should be with the check itself
 * @param took how long it took; zero for what was told
 * @param by who says so, such as {@code server}, or the name of who told it
 */
public record LastResult(
        Instant at,
        MonitorState state,
        String output,
        String longOutput,
        List<String> metrics,
        List<String> problems,
        Duration took,
        String by) {

    /** Copies the lists. */
    public LastResult {
        metrics = List.copyOf(metrics);
        problems = List.copyOf(problems);
    }
}
