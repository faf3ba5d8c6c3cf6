package dev.cadastre.server.change;

import dev.cadastre.change.Status;
import java.time.Instant;

/**
 * How many runs there are in an environment.
 *
 * @param total all that there were
 * @param open those that have not come to their end
 * @param latest the newest
 */
public record RunTally(String environment, long total, long open, Latest latest) {

    /** What lists show of the newest. */
    public record Latest(long id, String change, Status status, RunPhase phase, Instant begunAt) {}

    /** The same if nobody is at work on the newest. */
    public RunTally unattended() {
        return new RunTally(
                environment,
                total,
                open,
                new Latest(
                        latest.id,
                        latest.change,
                        latest.status,
                        latest.phase.unattended(),
                        latest.begunAt));
    }
}
