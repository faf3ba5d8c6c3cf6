package dev.cadastre.api.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A silence that is wanted.
 *
 * @param asset the cause of incidents, with all that is on it if it is a host; null if a query says
 *     that
 * @param q hosts, with all that is on them; null if an asset is named
 * @param begins when it begins; null for now
 * @param ends when it ends
 * @param reason why
 */
public record SilenceRequest(
        @Nullable String asset,
        @Nullable String q,
        @Nullable Instant begins,
        Instant ends,
        String reason) {}
