package dev.cadastre.api.run;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that a run, or the looks of a plan, wait for.
 *
 * @param id by which it is claimed
 * @param name of a secret, or of a step as people read it; null for other things
 * @param wrong whether the secret that was given before is wrong
 * @param tasks what is to be done, or looked at
 * @param basis what it must still rest on; null for whatever is there
 * @param claimedBy who does it; null if nobody does yet
 */
public record RunAsk(
        long id,
        AskKind kind,
        @Nullable String name,
        boolean wrong,
        List<LocalTask> tasks,
        @Nullable String basis,
        @Nullable String claimedBy) {}
