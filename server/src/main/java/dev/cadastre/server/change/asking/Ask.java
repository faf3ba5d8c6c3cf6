package dev.cadastre.server.change.asking;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * Something that a run waits for, from a person or from a command line that is attached to it.
 *
 * @param id unique in its run, as long as the server runs
 * @param kind what it is
 * @param name of a secret, or of a step as people read it; empty for other things
 * @param wasWrong whether the secret that was given before is wrong
 * @param tasks what is to be done, or looked at
 * @param basis what it must still rest on; empty for whatever is there
 * @param claimedBy who does it; null if nobody does yet
 */
@NamedInterface("asking")
public record Ask(
        long id,
        Kind kind,
        String name,
        boolean wasWrong,
        List<LocalTask> tasks,
        String basis,
        @Nullable String claimedBy) {

    /** What is asked for. */
    public enum Kind {
        /** A secret. */
        SECRET,
        /** To look with tasks, and change nothing. */
        LOCAL_LOOK,
        /** To do a task. */
        LOCAL_TASK,
        /** To agree to a step. */
        STEP
    }

    /** Copies the tasks. */
    public Ask {
        tasks = List.copyOf(tasks);
    }
}
