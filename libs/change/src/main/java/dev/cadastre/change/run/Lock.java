package dev.cadastre.change.run;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the lock of a host says of who holds it. It comes from the host, and may say anything.
 *
 * @param run the run that holds it
 * @param who the person who started that run
 * @param since when it was taken, by the clock of whoever took it; null if that cannot be read
 * @param message what for
 */
public record Lock(String run, String who, @Nullable Instant since, String message) {

    /** As people read it. */
    @Override
    public String toString() {
        String when = since == null ? "" : " since " + since;
        return "run %s of %s%s%s"
                .formatted(run, who, when, message.isEmpty() ? "" : ": " + message);
    }
}
