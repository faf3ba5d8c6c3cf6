package dev.cadastre.plugin;

import java.time.Duration;

/**
 * What a run of a plug-in came to, before anything of it is understood.
 *
 * @param ending how it ended
 * @param output what it wrote on standard output
 * @param errors what it wrote on standard error
 * @param leftBehind whether processes that it had started held its output open and were ended
 * @param taken from its start until its end
 */
public record Outcome(
        Ending ending, Captured output, Captured errors, boolean leftBehind, Duration taken) {

    static Outcome notStarted(Ending ending) {
        return new Outcome(ending, Captured.NOTHING, Captured.NOTHING, false, Duration.ZERO);
    }
}
