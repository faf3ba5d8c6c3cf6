package dev.cadastre.api.run;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the lock of a host says of who has it.
 *
 * @param run its name
 * @param id of that run; null if it is none of this server's, or the reader does not see it
 * @param who who started the run
 * @param since by the clock of whoever took it; null if that cannot be read
 * @param message what for; null if that is not said
 */
public record BundleLock(
        String run,
        @Nullable Long id,
        String who,
        @Nullable Instant since,
        @Nullable String message) {}
