package dev.cadastre.server.inventory.installed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a host's packages changed.
 *
 * @param before when the interval before began; null if the host had none
 * @param since when the present interval began, which is {@code before} if nothing changed
 * @param gained what came
 * @param lost what went
 * @param members all that is there now
 */
public record PackageChange(
        @Nullable Instant before,
        Instant since,
        PackageIds gained,
        PackageIds lost,
        PackageIds members) {

    /** Whether no interval began. */
    public boolean none() {
        return since.equals(before);
    }
}
