package dev.cadastre.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A query that is to find no host, and how it stands.
 *
 * @param name unique among rules
 * @param q the query; hosts that it finds breach the rule
 * @param owner the team that answers for it; null if none is named
 * @param severity how bad a breach is
 * @param description what it is for; null if that is not said
 * @param hosts how many hosts that one may see breach it
 * @param evaluatedAt when its query was answered last; null if it never was
 * @param problem why its query could not be answered the last time; null if it was
 * @param declared the line of the estate file that states it; null if it was added otherwise
 */
public record Rule(
        String name,
        String q,
        @Nullable String owner,
        Severity severity,
        @Nullable String description,
        long hosts,
        @Nullable Instant evaluatedAt,
        @Nullable String problem,
        @Nullable Origin declared) {

    /** How bad a breach is, the least first. */
    public enum Severity {
        INFO,
        WARNING,
        CRITICAL
    }
}
