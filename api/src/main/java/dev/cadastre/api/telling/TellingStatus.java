package dev.cadastre.api.telling;

import java.time.Instant;
import java.util.List;

/**
 * How telling is doing.
 *
 * @param waiting deliveries that wait or are under way
 * @param retried how many of them were tried in vain
 * @param failed deliveries that were given up
 * @param nobodyToTell incidents that nobody can be told of, the oldest first
 */
public record TellingStatus(int waiting, int retried, int failed, List<Untold> nobodyToTell) {

    /** Copies the list. */
    public TellingStatus {
        nobodyToTell = List.copyOf(nobodyToTell);
    }

    /**
     * An incident that nobody can be told of.
     *
     * @param incident its id
     * @param title the same in one line
     * @param environment where its cause is
     * @param why why nobody can be told
     * @param since when that was found first
     */
    public record Untold(
            long incident, String title, String environment, String why, Instant since) {}
}
