package dev.cadastre.server.topology.recognition;

import dev.cadastre.server.estate.ProductRole;
import org.jspecify.annotations.Nullable;

/**
 * What a program is.
 *
 * @param product the name of the product: {@code postgresql}
 * @param title how people write it
 * @param role what it is for
 * @param version as its package has it; null where no package tells it, or several differ
 * @param sureness how sure that is
 * @param reason why, in one sentence
 * @param framework what the application is built with that it runs; null where none is known
 */
public record Recognised(
        String product,
        String title,
        ProductRole role,
        @Nullable String version,
        Sureness sureness,
        String reason,
        @Nullable Framework framework) {

    /** Whether only a port, or signs that do not quite fit together, speak for it. */
    public boolean isAssumed() {
        return sureness == Sureness.ASSUMED;
    }
}
