package dev.cadastre.api;

import java.time.Instant;

/**
 * A doubt about who a host is, for a person to settle.
 *
 * @param id names it in {@code /conflicts/{id}/resolve}
 * @param kind what is doubtful
 * @param host the record that was made or reported when it was noticed
 * @param other the record that it conflicts with
 * @param reason why it is doubtful, as a sentence
 * @param since when it was first noticed
 */
public record Conflict(
        long id, Kind kind, String host, String other, String reason, Instant since) {

    /** What can be doubtful. */
    public enum Kind {
        /** Another machine says that it has the name of a known host. */
        SAME_NAME,
        /** Two hosts tell the same identity, as clones do. */
        SAME_IDENTITY
    }
}
