package dev.cadastre.server.storage.upkeep;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a job goes on, as far as the server that runs it knows since it has started.
 *
 * @param name its class and method, below the server's own package
 * @param kept what it forgets; empty of a job that forgets nothing
 * @param lastAt when it last began; null if it has not since the server started
 * @param outcome how that ended
 * @param problem what went wrong; empty unless it failed
 * @param nextAt when it begins next; null if that is not known
 */
public record JobState(
        String name,
        List<Kept> kept,
        @Nullable Instant lastAt,
        Outcome outcome,
        String problem,
        @Nullable Instant nextAt) {

    /** How it ended. */
    public enum Outcome {
        /** It has not begun since the server started. */
        NONE,
        /** It is at work. */
        RUNNING,
        /** It has done what was due. */
        DONE,
        /** It has ended by an exception. */
        FAILED
    }

    /** Copies the list. */
    public JobState {
        kept = List.copyOf(kept);
    }
}
