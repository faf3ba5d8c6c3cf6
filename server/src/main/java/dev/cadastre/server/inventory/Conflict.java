package dev.cadastre.server.inventory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Two records of hosts that might be one, or one that might be two.
 *
 * @param id for {@link Conflicts#resolve}
 * @param kind what is doubtful
 * @param host the record that was made or reported when it was noticed
 * @param other the record it conflicts with
 * @param reason why it is doubtful, for a person
 * @param since when it was first noticed
 * @param decision what a person said; null while open
 * @param decidedBy that person; null while open
 */
public record Conflict(
        long id,
        Kind kind,
        String host,
        String other,
        String reason,
        Instant since,
        @Nullable Decision decision,
        @Nullable String decidedBy) {

    /** What is doubtful. */
    public enum Kind {
        /** Another machine says that it has the name of a known host. */
        SAME_NAME,
        /** Two hosts tell the same identity, as clones do. */
        SAME_IDENTITY
    }

    /** What a person says about two records. */
    public enum Decision {
        /** They are one host: later reports of either go to {@link Conflict#other}. */
        SAME,
        /** They are two hosts and stay so. */
        DIFFERENT
    }
}
