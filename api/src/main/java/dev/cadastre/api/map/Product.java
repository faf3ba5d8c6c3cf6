package dev.cadastre.api.map;

import org.jspecify.annotations.Nullable;

/**
 * What a program or service was recognised as.
 *
 * @param name {@code postgresql}
 * @param title {@code PostgreSQL}
 * @param role {@code database}
 * @param version null where no package tells it
 * @param certainty how sure that is
 * @param reason why, as a sentence
 */
public record Product(
        String name,
        String title,
        String role,
        @Nullable String version,
        Certainty certainty,
        String reason) {

    /** How sure it is what something is. */
    public enum Certainty {
        /** The process says so. */
        CERTAIN,
        /** Account, port and package together. */
        LIKELY,
        /** The port alone. */
        ASSUMED
    }
}
